import type { ParticipantKey } from "../../model/ids.ts";
import type { Message, Step } from "../../model/step.ts";
import type { Site } from "./find-place.ts";
import { lightTime } from "./light-time.ts";

/** The crossings of a distance that have to wait for each other, in order, and what light needs for them, ms. */
export interface Chain {
  readonly ms: number;
  readonly crossings: readonly (readonly [from: Site, to: Site])[];
}

/** What each lifeline must have waited for; nobody is waited for at first. */
type Waits = ReadonlyMap<ParticipantKey, Chain>;

const nothing: Chain = { ms: 0, crossings: [] };
const later = (a: Chain, b: Chain) => (b.ms > a.ms ? b : a);
const sooner = (a: Chain, b: Chain) => (b.ms < a.ms ? b : a);

/**
 * The least time that messages need, by cause and effect alone: a message leaves when what its sender heard before has
 * arrived, so there and back is two crossings, and messages that follow each other the same way may travel together.
 * Branches take their quickest way, what may be left out is left out, what nobody waits for does not count. Messages with
 * a latency of their own take none of the time that is looked at here.
 */
export function floorOfSteps(steps: readonly Step[], siteOf: ReadonlyMap<ParticipantKey, Site>): Chain {
  return [...walk(steps, siteOf, new Map()).values()].reduce(later, nothing);
}

function walk(steps: readonly Step[], siteOf: ReadonlyMap<ParticipantKey, Site>, start: Waits): Waits {
  let waits = start;
  for (const step of steps) {
    if (step.kind === "message") waits = send(step, siteOf, waits);
    if (step.kind !== "block" || step.async || step.figure) continue;
    const before = waits;
    const ways = step.branches.map((branch) => walk(branch.steps, siteOf, before));
    if (step.type === "alt") waits = merge(ways, sooner);
    else if (step.type === "opt") waits = merge([before, ...ways], sooner);
    else if (step.type === "par") waits = merge(ways, later);
    else if (step.type !== "break") waits = ways[0] ?? before;
  }
  return waits;
}

function send(message: Message, siteOf: ReadonlyMap<ParticipantKey, Site>, waits: Waits): Waits {
  if (message.async) return waits;
  const heard = waits.get(message.from) ?? nothing;
  const from = siteOf.get(message.from);
  const to = siteOf.get(message.to);
  const ms = from && to && !message.figure ? lightTime(from, to) : 0;
  const arrives: Chain =
    from && to && ms > 0 ? { ms: heard.ms + ms, crossings: [...heard.crossings, [from, to]] } : heard;
  return new Map(waits).set(message.to, later(waits.get(message.to) ?? nothing, arrives));
}

function merge(all: readonly Waits[], pick: (a: Chain, b: Chain) => Chain): Waits {
  const [first, ...rest] = all;
  if (!first) return new Map();
  const keys = new Set(all.flatMap((each) => [...each.keys()]));
  const of = (waits: Waits, key: ParticipantKey) => waits.get(key) ?? nothing;
  return new Map([...keys].map((key) => [key, rest.reduce((best, each) => pick(best, of(each, key)), of(first, key))]));
}
