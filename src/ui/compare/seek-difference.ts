import type { JoinedRuns, SaidDifference } from "../../session/compare-runs.ts";

/** The joined step at which a difference is seen: its first message, its hop, the message behind its fork, or the end. */
export function findStep({ joined, keys }: JoinedRuns, difference: SaidDifference): number {
  const end = keys.length - 1;
  const exact = keys.findIndex((key) => difference.keys.includes(key));
  if (exact >= 0) return exact;
  const { messages } = joined.trace;
  if (difference.hop !== undefined) {
    const step = messages.findIndex((message) => message.hop >= (difference.hop ?? 0));
    return step < 0 ? end : step;
  }
  if (difference.line !== undefined) {
    const line = difference.line;
    const step = messages.findIndex((message) => message.line !== undefined && message.line > line);
    return step < 0 ? end : step;
  }
  return end;
}

/** Of the differences' steps, the next one behind the playhead's, or the last one before it; undefined: there is none. */
export function nextStep(steps: readonly number[], here: number, by: 1 | -1): number | undefined {
  const on = steps.filter((step) => (by > 0 ? step > here : step < here));
  return on.length === 0 ? undefined : by > 0 ? Math.min(...on) : Math.max(...on);
}
