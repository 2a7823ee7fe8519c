import type { FaultId, LayerId } from "../model/ids.ts";
import type { Run } from "../model/run.ts";
import type { Bite, Decision, TracedMessage } from "../model/trace.ts";
import type { Outcome } from "../model/verdict.ts";

/** What is asked of a message when a verdict is sought. */
export type Met = Pick<TracedMessage, "bites" | "aside">;

/** As much of a trace as decides what the run came to. */
export interface Happened<Message extends Met = Met> {
  readonly run: Run;
  readonly messages: readonly Message[];
  readonly decisions: readonly Decision[];
}

/** The bite or the forced fork that decides a verdict. */
export interface Decider<Message extends Met = TracedMessage> {
  readonly outcome: Outcome;
  readonly fault: FaultId;
  readonly layer?: LayerId;
  readonly message?: Message;
  readonly bite?: Bite;
}
