import type { Duration, Instant } from "../../model/time.ts";
import { isPassed, type Trace } from "../../model/trace.ts";

/** Which of the two clocks is read: everything at its least, or everything at its most. */
export type Extreme = "least" | "most";

/** A stretch of the path that the answer waits for, on one clock. */
export interface TimedLeg {
  /** In the order in which the path is walked; a hop without messages comes before the next hop's. */
  readonly order: number;
  readonly hop: number;
  /** The message; absent for a hop that takes its time without one. */
  readonly index?: number;
  readonly from: Instant;
  /** Infinity where nobody states it. */
  readonly until: Instant;
}

/** Everything that takes time and is waited for, async work apart. What begins behind an undocumented wait is left out. */
export function listTimedLegs(trace: Trace, extreme: Extreme): TimedLeg[] {
  const legs: TimedLeg[] = [];
  const add = (leg: TimedLeg) => {
    if (leg.from < leg.until && Number.isFinite(leg.from)) legs.push(leg);
  };
  const last = new Map<number, number>();
  for (const message of trace.messages) last.set(message.hop, message.index);
  let order = -1;
  for (const hop of trace.hops) {
    const own = last.get(hop.n);
    if (own !== undefined) order = Math.max(order, own);
    else if (hop.reached) {
      // Between the messages before and those behind; several such hops may follow one another.
      order += 1 / (trace.hops.length + 1);
      add({ order, hop: hop.n, from: read(hop.start, extreme), until: read(hop.end, extreme) });
    }
  }
  for (const message of trace.messages) {
    if (!isPassed(message) || message.aside || message.role === "async") continue;
    const { index, hop, start, end } = message;
    add({ order: index, hop, index, from: read(start, extreme), until: read(end, extreme) });
  }
  return legs;
}

/** How long from here to there, in ms. */
export function lengthOf({ from, until }: TimedLeg): Duration {
  return until - from;
}

function read(at: { readonly min: number; readonly max: number | null }, extreme: Extreme): number {
  return extreme === "least" ? at.min : (at.max ?? Number.POSITIVE_INFINITY);
}
