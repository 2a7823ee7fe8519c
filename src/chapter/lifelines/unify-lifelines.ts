import type { Diagram, DiagramParticipant } from "../../model/diagram.ts";
import type { Fix } from "../../model/fix.ts";
import type { ParticipantKey } from "../../model/ids.ts";
import type { ParticipantShape } from "../../model/participant.ts";
import type { Span } from "../../model/place.ts";
import { sayOfParticipant } from "../fixes/say-of-participant.ts";
import type { ProblemList } from "../problem-list.ts";
import { slugOf } from "../slug.ts";
import { sameWords } from "../words.ts";
import { labelWords } from "./label-words.ts";
import { likenessAcrossIds, sameUnderOneId } from "./likeness.ts";

/** A lifeline of the whole scenario while it is being put together. */
export interface Lifeline {
  readonly key: ParticipantKey;
  readonly ids: string[];
  label: string;
  /** False while only undeclared mentions gave its label. */
  named: boolean;
  shape: ParticipantShape;
  /** As `@layer` says it. */
  layerWord?: { readonly text: string; readonly span: Span };
  /** As `@place` says it. */
  place?: { readonly text: string; readonly span: Span };
  box?: string;
  readonly span: Span;
  /** How each fence called it, for likeness. */
  readonly namings: DiagramParticipant[];
}

/** Of each fence: which Mermaid id is which lifeline. */
export interface UnifiedLifelines {
  readonly lifelines: readonly Lifeline[];
  readonly byFence: readonly ReadonlyMap<string, Lifeline>[];
}

function directive(participant: DiagramParticipant, name: string) {
  return participant.directives.findLast((each) => each.name === name && each.text !== "");
}

function shown(label: string): string {
  return label.replace(/\n/g, " ");
}

/** "Traefik pod" and "Traefik pod (host network)" need no word about their being one. */
function sameCore(a: string, b: string): boolean {
  return sameWords(labelWords(a).core, labelWords(b).core);
}

/** Two lifelines that their author gave different layers are never one. */
function layersAgree(lifeline: Lifeline, participant: DiagramParticipant): boolean {
  const word = directive(participant, "layer")?.text;
  return word === undefined || lifeline.layerWord === undefined || slugOf(word) === slugOf(lifeline.layerWord.text);
}

export function unifyLifelines(diagrams: readonly Diagram[], problems: ProblemList): UnifiedLifelines {
  const order: Lifeline[] = [];
  const byFence: Map<string, Lifeline>[] = [];
  const keys = new Set<string>();

  for (const diagram of diagrams) {
    const here = new Map<string, Lifeline>();
    const taken = new Set<Lifeline>();
    const known = new Set(order);
    const declaredIds = new Set(diagram.participants.map((each) => each.id));
    const fence = { order, keys, here, taken, declaredIds, problems };
    for (const participant of diagram.participants) {
      const lifeline = findLifeline(participant, fence) ?? addLifeline(participant, fence);
      here.set(participant.id, lifeline);
      taken.add(lifeline);
      describe(lifeline, participant, diagram);
    }
    placeNewcomers(order, known, diagram, here);
    byFence.push(here);
  }
  return { lifelines: order, byFence };
}

interface FenceState {
  readonly order: Lifeline[];
  readonly keys: Set<string>;
  readonly here: Map<string, Lifeline>;
  readonly taken: Set<Lifeline>;
  readonly declaredIds: ReadonlySet<string>;
  readonly problems: ProblemList;
}

function findLifeline(participant: DiagramParticipant, fence: FenceState): Lifeline | undefined {
  const { order, taken, problems } = fence;
  const free = order.filter((each) => !taken.has(each));
  const said = directive(participant, "same-as");
  if (said) {
    const word = slugOf(said.text);
    const target = free.find((each) => [each.key, ...each.ids, each.label].some((name) => slugOf(name) === word));
    if (target) return target;
    const names = order.map((each) => each.key).join(", ") || "none so far";
    problems.add(
      "warning",
      "lifeline/unknown-same-as",
      `No lifeline above is called “${said.text}”. There are: ${names}.`,
      said.span,
    );
  }
  const agreeing = free.filter((each) => layersAgree(each, participant));
  const sameId = free.filter((each) => each.ids.includes(participant.id));
  for (const candidate of sameId) {
    const layered = directive(participant, "layer") && candidate.layerWord;
    const agrees = agreeing.includes(candidate);
    if (agrees && (layered || candidate.namings.some((naming) => sameUnderOneId(naming, participant)))) {
      if (participant.declared && candidate.named && !sameCore(candidate.label, participant.label)) {
        const text = `“${shown(participant.label)}” is read as the lifeline “${shown(candidate.label)}”, since both are called ${participant.id}.`;
        problems.add("info", "lifeline/unified", text, participant.span, joinTo(candidate, participant, problems));
      }
      return candidate;
    }
  }
  const other = sameId[0];
  if (other) {
    const text = `${participant.id} stands for “${shown(other.label)}” above and for “${shown(participant.label)}” here; they are kept apart. \`@same-as ${other.key}\` would join them.`;
    problems.add("info", "lifeline/kept-apart", text, participant.span, joinTo(other, participant, problems));
  }
  const scored = agreeing
    // An id that this very fence also declares is another lifeline of this fence.
    .filter((each) => !each.ids.some((id) => id !== participant.id && fence.declaredIds.has(id)))
    .map((each) => ({ each, score: Math.max(...each.namings.map((naming) => likenessAcrossIds(participant, naming))) }))
    .filter((pair) => pair.score >= 2)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return undefined;
  const rivals = scored.filter((pair) => pair.score === best.score);
  if (rivals.length > 1) {
    const names = rivals.map((pair) => `“${shown(pair.each.label)}”`).join(" or ");
    const text = `“${shown(participant.label)}” could be ${names}; it is kept apart. Say which with \`@same-as\`.`;
    const fix = joinTo(best.each, participant, problems);
    problems.add("info", "lifeline/ambiguous", text, participant.span, fix);
    return undefined;
  }
  const text = `“${shown(participant.label)}” (${participant.id}) is read as the lifeline “${shown(best.each.label)}” (${best.each.ids[0]}).`;
  problems.add("info", "lifeline/unified", text, participant.span, joinTo(best.each, participant, problems));
  return best.each;
}

/** The author's own word that this participant is that lifeline. */
function joinTo(lifeline: Lifeline, participant: DiagramParticipant, problems: ProblemList): Fix {
  return sayOfParticipant(problems.text, participant, `@same-as ${lifeline.key}`);
}

function addLifeline(participant: DiagramParticipant, fence: FenceState): Lifeline {
  const wishes = [participant.id, slugOf(participant.label)];
  let key = wishes.find((wish) => !fence.keys.has(wish));
  for (let n = 2; key === undefined; n++) {
    const wish = `${participant.id}-${n}`;
    if (!fence.keys.has(wish)) key = wish;
  }
  fence.keys.add(key);
  const lifeline: Lifeline = {
    key,
    ids: [],
    label: participant.label,
    named: false,
    shape: participant.shape,
    span: participant.span,
    namings: [],
  };
  fence.order.push(lifeline);
  return lifeline;
}

function describe(lifeline: Lifeline, participant: DiagramParticipant, diagram: Diagram): void {
  if (!lifeline.ids.includes(participant.id)) lifeline.ids.push(participant.id);
  const isNew = !lifeline.namings.some((naming) => naming.id === participant.id && naming.label === participant.label);
  if (isNew) lifeline.namings.push(participant);
  if (!lifeline.named && (participant.declared || participant.label !== participant.id)) {
    lifeline.label = participant.label;
    lifeline.named = participant.label !== participant.id;
  }
  if (lifeline.shape === "participant") lifeline.shape = participant.shape;
  const layer = directive(participant, "layer");
  if (layer && !lifeline.layerWord) lifeline.layerWord = { text: layer.text, span: layer.span };
  const place = directive(participant, "place");
  if (place) lifeline.place ??= { text: place.text, span: place.span };
  const box = participant.box === undefined ? undefined : diagram.boxes[participant.box]?.title;
  if (box) lifeline.box ??= box;
}

/** Moves a newcomer that stands between two known lifelines of its fence to between them. */
function placeNewcomers(
  order: Lifeline[],
  known: ReadonlySet<Lifeline>,
  diagram: Diagram,
  here: ReadonlyMap<string, Lifeline>,
): void {
  const line = diagram.participants.flatMap((each) => here.get(each.id) ?? []);
  for (const [index, lifeline] of line.entries()) {
    if (known.has(lifeline)) continue;
    const place = order.indexOf(lifeline);
    const before = line[index - 1];
    const passed = new Set(order.slice(0, place));
    const after = line.find((each, at) => at > index && passed.has(each));
    if (!after) continue;
    const target = before ? order.indexOf(before) + 1 : order.indexOf(after);
    if (target > order.indexOf(after)) continue;
    order.splice(place, 1);
    order.splice(target, 0, lifeline);
  }
}
