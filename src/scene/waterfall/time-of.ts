import { type Interval, middle, sumIntervals } from "../../lib/interval.ts";
import { printDuration } from "../../lib/print-duration.ts";
import type { TracedMessage } from "../../model/trace.ts";
import { sayInterval } from "../say-interval.ts";
import type { Bar } from "./waterfall.ts";

/** From `start` to `end`, end by end: both come from the same two clocks, the least one and the most one. */
export function between(start: Interval, end: Interval): Interval {
  const most = start.max === null || end.max === null ? null : Math.max(0, end.max - start.max);
  return { min: Math.max(0, end.min - start.min), max: most };
}

/**
 * What these messages take together, from `start` on. Behind an undocumented wait the most clock stands at "unknown";
 * then messages that follow one another are summed, and of those that overlap the most stays unknown.
 */
export function takesOf(messages: readonly TracedMessage[], start: Interval): Interval {
  const least = messages.reduce((latest, { end }) => Math.max(latest, end.min), start.min) - start.min;
  if (start.max !== null) {
    let most: number | null = start.max;
    for (const { end } of messages) most = most === null || end.max === null ? null : Math.max(most, end.max);
    return { min: least, max: most === null ? null : most - start.max };
  }
  let drawn = 0;
  let latest = 0;
  for (const message of messages) {
    drawn += message.drawn.end - message.drawn.start;
    latest = Math.max(latest, message.drawn.end);
  }
  const inSequence = Math.abs(latest - (messages[0]?.drawn.start ?? 0) - drawn) < 1e-6;
  return inSequence
    ? sumIntervals(messages.map((one) => one.takes ?? between(one.start, one.end)))
    : { min: least, max: null };
}

/** The waiting part of one message's drawn time: its last stretch. */
export function waitOf(message: TracedMessage): Bar["wait"] {
  if (message.wait === undefined) return undefined;
  const { start, end } = message.drawn;
  const from = Math.max(start, end - middle(message.wait));
  return { from, until: end, open: message.wait.max === null };
}

/** A figure in words. */
export function sayTakes(takes: Interval): string {
  return takes.max === null ? `at least ${printDuration(takes.min)}, not documented` : sayInterval(takes);
}
