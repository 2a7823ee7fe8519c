import type { Overdue } from "../model/trace.ts";
import type { Draft } from "./draft.ts";
import type { Times } from "./run-clock.ts";

/** Rounding in the last binary places is no lateness. */
const tolerance = 1e-6;

/**
 * Calls that were answered, but whose answer can come later than their `@timeout` by the chapter's own figures. Nothing
 * is cut short for it: either the slowest requests are given up, or the figures and the timeout disagree.
 */
export function findOverdue(drafts: readonly Draft[], least: Times, most: Times): Overdue[] {
  const overdue: Overdue[] = [];
  for (const answer of drafts) {
    if (answer.closes.length === 0 || answer.outcome === "neverReached" || answer.outcome === "skipped") continue;
    for (const call of answer.closes) {
      const timeout = call.message?.timeout;
      if (timeout === undefined || (call.outcome !== "ok" && call.outcome !== "slow")) continue;
      const takes = (times: Times) => (times.ends[answer.index] ?? 0) - (times.starts[call.index] ?? 0);
      const [min, max] = [takes(least), takes(most)];
      if (Number.isFinite(max) && max > timeout + tolerance)
        overdue.push({ call: call.index, timeout, takes: { min, max } });
    }
  }
  return overdue;
}
