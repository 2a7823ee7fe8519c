import type { LayerId } from "../../model/ids.ts";
import { messagesIn } from "../../model/messages-in.ts";
import type { Message, Note, Step } from "../../model/step.ts";
import { isSoft, labelWords } from "../lifelines/label-words.ts";
import { likenessAcrossIds } from "../lifelines/likeness.ts";
import type { Lifeline } from "../lifelines/unify-lifelines.ts";
import type { HopDraft, ScenarioDraft } from "../scenario-draft.ts";
import { mapMessages } from "../steps/build-steps.ts";
import { endsOf } from "../tables/way-back.ts";
import { hasWord, withoutFillers, wordsOf, wordsOfId } from "../words.ts";

/** Where a fault's subject was found in a scenario. */
export type Found =
  | { readonly kind: "lifeline"; readonly lifeline: Lifeline }
  /** Several of one kind that only a version tells apart, such as a rolling update's old and new pods. */
  | { readonly kind: "replicas"; readonly lifelines: readonly Lifeline[] }
  | { readonly kind: "messages"; attach(layer: LayerId): void }
  | { readonly kind: "several"; readonly names: readonly string[] }
  | { readonly kind: "none" };

interface Subject {
  readonly words: readonly string[];
  readonly text: string;
  /** Something inside is said to fail to find something else inside, such as an edge its origin. */
  readonly inner?: boolean;
}

function nameOf(lifeline: Lifeline): string {
  return lifeline.label.replace(/\n/g, " ");
}

function oneOf(candidates: readonly Lifeline[]): Found | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  return candidates.length === 1
    ? { kind: "lifeline", lifeline: first }
    : { kind: "several", names: candidates.map(nameOf) };
}

/** All the words stand in the text, in any order. */
function holds(words: readonly string[], text: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => hasWord(text, word));
}

/** A number, a version or an age: it counts copies of one thing. `primary` and `replica` are different things. */
const version = /^(?:v?\d+|old|new|alte?[rs]?|neue?[rs]?|ancien|nouveau|viejo|nuevo|blue|green|canary)$/;

/** "api pod v1" is the api pod, in one version. */
function isVersionOf(telling: readonly string[], lifeline: Lifeline): boolean {
  return lifeline.namings.some((naming) => {
    const rest = labelWords(naming.label).core.filter((word) => !telling.some((each) => hasWord([word], each)));
    return rest.every((word) => version.test(word)) && holds(telling, labelWords(naming.label).core);
  });
}

const resolver = /^(?:dns|resolver|nameserver)$/;
const inside = /^(?:internal|private|local|intern\w*|prive\w*|privat\w*|interno|interna)$/;

/** An internal DNS is never the one that the world asks: unless both say so, they are two. */
function isInner(telling: readonly string[], words: readonly string[]): boolean {
  return (
    words.some((word) => resolver.test(word)) &&
    words.some((word) => inside.test(word)) &&
    !telling.some((word) => inside.test(word))
  );
}

function byLabel(telling: readonly string[], subject: Subject, lifelines: readonly Lifeline[]): Found | undefined {
  const fits = lifelines.filter((lifeline) =>
    lifeline.namings.some((naming) => {
      const { core } = labelWords(naming.label);
      return holds(telling, core) && (subject.inner === true || !isInner(telling, core));
    }),
  );
  if (fits.length > 1) {
    // "Redis" is the lifeline called just that, not also "Redis exporter".
    const whole = fits.filter((lifeline) =>
      lifeline.namings.some((naming) => labelWords(naming.label).core.length === telling.length),
    );
    if (whole.length !== 1 && fits.every((lifeline) => isVersionOf(telling, lifeline))) {
      return { kind: "replicas", lifelines: fits };
    }
    return oneOf(whole.length === 1 ? whole : fits);
  }
  if (fits.length === 1) return oneOf(fits);
  const named = { id: subject.text, label: subject.text, declared: true };
  return oneOf(
    lifelines.filter((lifeline) => lifeline.namings.some((naming) => likenessAcrossIds(named, naming) >= 2)),
  );
}

/** "api → Postgres (Neon)" names Postgres: the lifeline of that hop that this end of its title also names. */
function byHopTitle(telling: readonly string[], hop: HopDraft): Lifeline | undefined {
  const bare = hop.title.split(/\s*(?:→|⇒|->|=>|—>|⟶)\s*/u);
  const side = bare.findIndex((part) => holds(telling, wordsOf(part)));
  const part = bare[side];
  if (part === undefined || bare.length < 2 || !endsOf(hop.title)) return undefined;
  const words = withoutFillers(wordsOf(part)).filter((word) => !isSoft(word));
  const named = hop.lifelines.filter((lifeline) =>
    lifeline.namings.some((naming) => wordsOf(naming.label).some((word) => hasWord(words, word))),
  );
  if (named.length === 1) return named[0];
  if (named.length > 1) return undefined;
  // No lifeline says the word: the hop's far end is who the last call of the client side reaches.
  const messages = messagesIn(hop.steps);
  const first = messages[0];
  const ends = hop.lifelines.filter((lifeline) => lifeline.key !== first?.from);
  return side === bare.length - 1 && ends.length === 1 ? ends[0] : undefined;
}

export function attachTo(hops: readonly HopDraft[], chosen: ReadonlySet<Message>): Found {
  return {
    kind: "messages",
    attach(layer) {
      // Chosen by number, since another layer may have replaced the messages meanwhile.
      const numbers = new Set([...chosen].map((message) => message.n));
      for (const hop of hops) {
        hop.steps = mapMessages(hop.steps, (message) =>
          numbers.has(message.n) && !message.via.includes(layer)
            ? { ...message, via: [...message.via, layer], viaInferred: true }
            : message,
        );
      }
    },
  };
}

function notesIn(steps: readonly Step[]): Note[] {
  return steps.flatMap((step) => {
    if (step.kind === "note") return [step];
    return step.kind === "block" ? step.branches.flatMap((branch) => notesIn(branch.steps)) : [];
  });
}

function byMessageText(telling: readonly string[], scenario: ScenarioDraft): Found | undefined {
  const messages = scenario.hops.flatMap((hop) => messagesIn(hop.steps));
  const saying = messages.filter((message) => holds(telling, wordsOf(message.text)));
  if (saying.length > 0) return attachTo(scenario.hops, new Set(saying));
  // A note over one lifeline speaks of what arrives there.
  for (const hop of scenario.hops) {
    for (const note of notesIn(hop.steps)) {
      const [over] = note.over;
      if (note.over.length !== 1 || over === undefined || !holds(telling, wordsOf(note.text))) continue;
      const arriving = messagesIn(hop.steps).filter(
        (message) => message.to === over && message.from !== over && message.arrow.line === "solid",
      );
      if (arriving.length > 0) return attachTo(scenario.hops, new Set(arriving));
    }
  }
  return undefined;
}

/**
 * Finds what a fault is about in a scenario, in this order: labels, ids, hop titles, message texts; the first that
 * gives exactly one answer. Words such as "pod" or "node" count only when nothing else is left.
 */
export function findSubject(subject: Subject, scenario: ScenarioDraft): Found {
  const firm = subject.words.filter((word) => !isSoft(word));
  const telling = firm.length > 0 ? firm : subject.words;
  if (telling.length === 0) return { kind: "none" };
  const { lifelines } = scenario;
  const label = byLabel(telling, subject, lifelines);
  if (label) return label;
  const ids = oneOf(lifelines.filter((lifeline) => lifeline.ids.some((id) => holds(telling, wordsOfId(id)))));
  if (ids) return ids;
  const titled = new Set(scenario.hops.flatMap((hop) => byHopTitle(telling, hop) ?? []));
  const [only] = titled;
  if (titled.size === 1 && only) return { kind: "lifeline", lifeline: only };
  const text = byMessageText(telling, scenario);
  if (text) return text;
  const soft = subject.words.filter((word) => isSoft(word));
  if (firm.length === 0 || soft.length === 0) return { kind: "none" };
  // "Node NIC": nobody is called NIC, but one lifeline is called node. What reaches it passes the NIC.
  const near = lifelines.filter((lifeline) =>
    lifeline.namings.some((naming) => holds(soft, wordsOf(naming.label.replace(/\([^()]*\)/g, " ")))),
  );
  const [host] = near;
  if (near.length !== 1 || !host) return { kind: "none" };
  const arriving = scenario.hops
    .flatMap((hop) => messagesIn(hop.steps))
    .filter((message) => message.to === host.key && message.from !== host.key && message.arrow.line === "solid");
  return arriving.length > 0 ? attachTo(scenario.hops, new Set(arriving)) : { kind: "none" };
}
