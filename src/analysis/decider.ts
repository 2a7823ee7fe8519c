import type { FaultId, LayerId } from "../model/ids.ts";
import type { Bite, TracedMessage } from "../model/trace.ts";
import type { Outcome } from "../model/verdict.ts";

/** The bite or the forced fork that decides a verdict. */
export interface Decider {
  readonly outcome: Outcome;
  readonly fault: FaultId;
  readonly layer?: LayerId;
  readonly message?: TracedMessage;
  readonly bite?: Bite;
}
