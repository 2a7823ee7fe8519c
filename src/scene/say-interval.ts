import type { Interval } from "../lib/interval.ts";
import { printInterval } from "../lib/print-duration.ts";

/** A stretch of time in words; one of which nothing is known is not documented, rather than at least 0. */
export function sayInterval(interval: Interval): string {
  return interval.max === null && interval.min === 0 ? "not documented" : printInterval(interval);
}
