import type { Scenario } from "../../model/scenario.ts";
import type { Duration } from "../../model/time.ts";
import { isPassed, isWayBack, type Trace } from "../../model/trace.ts";
import { lengthOf, type TimedLeg } from "./timed-legs.ts";
import { traceCritical } from "./trace-critical.ts";

/** A hop's part in what decides the total, or that of the failure's way back. */
export interface CriticalPart {
  readonly hop: number;
  readonly back: boolean;
  /** What it adds to the total when everything takes its least, ms. */
  readonly least: Duration;
  /** And its most, ms; null where nobody states how long a wait in it takes. */
  readonly most: Duration | null;
  /** Of these, what is only waiting for a timeout, ms. */
  readonly waits: Duration;
}

/** What decides when the answer comes. */
export interface CriticalPath {
  readonly least: readonly TimedLeg[];
  readonly most: readonly TimedLeg[];
  /** By hop, in the order met; the way back last. */
  readonly parts: readonly CriticalPart[];
  /** Messages that take time and are waited for, yet decide nothing at the least nor at the most, by index. */
  readonly spare: ReadonlySet<number>;
}

/**
 * Which legs decide the total, at best and at worst. Async work has no part in it; of parallel branches, the one that
 * ends last. Legs at the most behind an undocumented wait are not known. O(messages).
 */
export function findCriticalPath(scenario: Scenario, trace: Trace): CriticalPath {
  const least = traceCritical(scenario, trace, "least");
  const most = traceCritical(scenario, trace, "most");
  const deciding = new Set([...least, ...most].map((leg) => leg.index));
  const spare = new Set(
    trace.messages
      .filter((one) => isPassed(one) && !one.aside && one.drawn.end > one.drawn.start && !deciding.has(one.index))
      // Behind an undocumented wait nobody can tell what decides.
      .filter((one) => one.start.max !== null)
      .map((one) => one.index),
  );
  return { least, most, parts: sumParts(trace, least, most), spare };
}

function sumParts(trace: Trace, least: readonly TimedLeg[], most: readonly TimedLeg[]): CriticalPart[] {
  const parts = new Map<string, { hop: number; back: boolean; least: number; most: number; waits: number }>();
  const partOf = (leg: TimedLeg) => {
    const message = leg.index === undefined ? undefined : trace.messages[leg.index];
    const back = message !== undefined && isWayBack(message);
    const key = back ? "back" : `hop-${leg.hop}`;
    const known = parts.get(key) ?? { hop: leg.hop, back, least: 0, most: 0, waits: 0 };
    parts.set(key, known);
    return { part: known, message };
  };
  for (const leg of least) {
    const { part, message } = partOf(leg);
    part.least += lengthOf(leg);
    part.waits += Math.min(lengthOf(leg), message?.wait?.min ?? 0);
  }
  for (const leg of most) partOf(leg).part.most += lengthOf(leg);
  return [...parts.values()]
    .sort((a, b) => Number(a.back) - Number(b.back) || a.hop - b.hop)
    .map((part) => ({ ...part, most: Number.isFinite(part.most) ? part.most : null }));
}

/** The part that adds the most to the total on this clock; one without an end adds more than any other. */
export function findLargest(parts: readonly CriticalPart[], extreme: "least" | "most"): CriticalPart | undefined {
  const size = (part: CriticalPart) => part[extreme] ?? Number.POSITIVE_INFINITY;
  return parts.reduce<CriticalPart | undefined>(
    (largest, part) => (size(part) > (largest === undefined ? 0 : size(largest)) ? part : largest),
    undefined,
  );
}
