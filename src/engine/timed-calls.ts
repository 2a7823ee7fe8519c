import type { Draft } from "./draft.ts";

/** A call whose sender says how long it waits, by its draft. */
export interface TimedCall {
  readonly index: number;
  /** Milliseconds from its start. */
  readonly timeout: number;
}

/** The calls that this message answers and whose senders wait only so long. Nobody waits on the main path for async work. */
export function listTimedCalls(answer: Draft | undefined): TimedCall[] {
  const timed: TimedCall[] = [];
  for (const { index, aside, message } of answer?.closes ?? []) {
    if (message?.timeout !== undefined && aside === answer?.aside) timed.push({ index, timeout: message.timeout });
  }
  return timed;
}
