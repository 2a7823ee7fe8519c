import type { Fault } from "../../model/fault.ts";
import type { LayerId } from "../../model/ids.ts";
import { messagesIn } from "../../model/messages-in.ts";
import { kindByName } from "../lifelines/kinds.ts";
import { sameUnderOneId } from "../lifelines/likeness.ts";
import type { Lifeline } from "../lifelines/unify-lifelines.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { slugOf } from "../slug.ts";
import { hasWord, plain, sameWords, wordsOf } from "../words.ts";
import { findLookUp } from "./find-look-up.ts";
import type { Found } from "./find-subject.ts";
import { findSubject } from "./find-subject.ts";
import type { PendingFault } from "./gather-faults.ts";
import type { LayerBook } from "./layer-book.ts";
import { subjectOf } from "./subject.ts";

/** A named layer whose name is the subject's, or the only one whose words the subject holds. */
function layerByName(subject: ReturnType<typeof subjectOf>, layers: LayerBook): LayerId | undefined {
  const exact = layers.find(subject.text);
  if (exact !== undefined) return exact;
  const named = layers.all();
  const same = named.filter(
    (layer) => sameWords(wordsOf(layer.name), subject.words) || sameWords(wordsOf(layer.id), subject.words),
  );
  if (same.length === 1) return same[0]?.id;
  const within = named.filter((layer) => wordsOf(layer.id).every((word) => hasWord(subject.words, word)));
  return within.length === 1 ? within[0]?.id : undefined;
}

function cover(found: Found, scenario: ScenarioDraft, layer: LayerId): void {
  if (found.kind === "lifeline") {
    if (!scenario.layerOf.has(found.lifeline)) scenario.layerOf.set(found.lifeline, layer);
    return;
  }
  if (found.kind === "replicas") {
    for (const lifeline of found.lifelines) {
      if (!scenario.layerOf.has(lifeline)) scenario.layerOf.set(lifeline, layer);
    }
  }
  if (found.kind === "messages") found.attach(layer);
}

/** A lifeline called as one that was found in another scenario is the same thing there too. */
function coverNamesakes(found: readonly FoundThere[], layer: LayerId): void {
  const originals = found.flatMap((each) => lifelinesOf(each.found).flatMap((lifeline) => lifeline.namings));
  for (const { scenario, found: here } of found) {
    if (here.kind !== "none") continue;
    const alike = scenario.lifelines.filter((lifeline) =>
      lifeline.namings.some((naming) =>
        originals.some((original) => original.id === naming.id && sameUnderOneId(original, naming)),
      ),
    );
    const [only] = alike;
    if (alike.length === 1 && only && !scenario.layerOf.has(only)) scenario.layerOf.set(only, layer);
  }
}

/**
 * Gives every fault a layer: the one its author named, else the one its words name, else a layer made for the
 * lifeline (or the messages) that its words fit, scenario by scenario. Where the words fit several equally well,
 * nothing is guessed: the fault stays without a layer and that is reported.
 */
export function resolveFaults(
  pending: readonly PendingFault[],
  scenarios: readonly ScenarioDraft[],
  layers: LayerBook,
  problems: ProblemList,
): Fault[] {
  return pending.map(({ fault, part, when, column }) => {
    const resolved = withCondition(fault, when, column, scenarios, problems);
    if (resolved.layer !== undefined) return resolved;
    const concluded = (layer: LayerId): Fault => ({ ...resolved, layer, inferred: ["layer", ...resolved.inferred] });
    const subject = subjectOf(part);
    const byName = layerByName(subject, layers);
    if (byName !== undefined && layers.all().some((layer) => layer.id === byName && !layer.inferred))
      return concluded(byName);
    const found = findEverywhere(fault, subject, scenarios);
    const hits = found.filter((each) => each.found.kind !== "none" && each.found.kind !== "several");
    const unsure = found.find((each) => each.found.kind === "several");
    if (unsure?.found.kind === "several") {
      const names = unsure.found.names.map((name) => `“${name}”`).join(", ");
      const where = hits.length === 0 ? "" : ` in “${unsure.scenario.title}”, and bites nothing there`;
      const text = `“${fault.title}” could be about ${names}${where}. Say which with \`layer:\` in the front matter or \`@layer\` in a diagram.`;
      problems.add("warning", "fault/ambiguous-layer", text, { line: fault.line, column });
      if (hits.length === 0) return resolved;
    }
    const known = hits
      .flatMap(({ scenario, found: here }) => lifelinesOf(here).map((lifeline) => scenario.layerOf.get(lifeline)))
      .find((layer) => layer !== undefined);
    const guessed = kindByName(subject.text, subject.text);
    // An "app" that others call is a server, whatever phones call theirs.
    const kind = guessed === "client" && hits.some(isCalled) ? "service" : guessed;
    const name = nameOf(subject, hits);
    const layer = known ?? byName ?? layers.infer(slugOf(name), name, fault.line, kind);
    for (const each of hits) cover(each.found, each.scenario, layer);
    coverNamesakes(found, layer);
    return concluded(layer);
  });
}

function isCalled({ scenario, found }: FoundThere): boolean {
  const opening = scenario.hops.flatMap((hop) => messagesIn(hop.steps))[0]?.from;
  return found.kind === "lifeline" && found.lifeline.key !== opening;
}

/** "body limit on cdn" was found to be about the cdn: the layer is called as its lifeline, not as what went wrong. */
function nameOf(subject: ReturnType<typeof subjectOf>, hits: readonly FoundThere[]): string {
  const labels = hits.flatMap((each) => (each.found.kind === "lifeline" ? [each.found.lifeline.label] : []));
  const [label, ...others] = labels;
  if (label === undefined || labels.length < hits.length || others.some((other) => other !== label))
    return subject.text;
  const words = wordsOf(label);
  return words.length < subject.words.length - 1 && words.every((word) => hasWord(subject.words, word))
    ? label
    : subject.text;
}

interface FoundThere {
  readonly scenario: ScenarioDraft;
  readonly found: Found;
}

function lifelinesOf(found: Found): readonly Lifeline[] {
  if (found.kind === "replicas") return found.lifelines;
  return found.kind === "lifeline" ? [found.lifeline] : [];
}

/** Where the symptom points, if it points anywhere; else where the fault's name does. */
function findEverywhere(
  fault: Fault,
  subject: ReturnType<typeof subjectOf>,
  scenarios: readonly ScenarioDraft[],
): readonly FoundThere[] {
  const seen = scenarios.map((scenario) => ({ scenario, found: findLookUp(fault, scenario) }));
  if (seen.some((each) => each.found !== undefined)) {
    return seen.map(({ scenario, found }) => ({ scenario, found: found ?? { kind: "none" } }));
  }
  const inner = /\b(?:origins?|upstreams?|backends?|origine|origen)\b/.test(plain(fault.userSees ?? ""));
  return scenarios.map((scenario) => ({ scenario, found: findSubject({ ...subject, inner }, scenario) }));
}

function withCondition(
  fault: Fault,
  when: string | undefined,
  column: number,
  scenarios: readonly ScenarioDraft[],
  problems: ProblemList,
): Fault {
  if (when === undefined) return fault;
  const [choice, branch] = when.split(/\s*[=:]\s*/, 2);
  const found = scenarios
    .map((each) => each.choices.find(choice ?? "", branch ?? ""))
    .find((each) => each !== undefined);
  if (found) return { ...fault, when: found };
  const names =
    [...new Set(scenarios.flatMap((each) => each.choices.all().map((known) => known.id)))].join(", ") || "none";
  const text = `“${when}” is not a choice and branch of these scenarios. Choices: ${names}. The failure now bites on every path.`;
  problems.add("warning", "fault/unknown-choice", text, { line: fault.line, column });
  return fault;
}
