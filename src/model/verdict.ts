import type { Interval } from "../lib/interval.ts";
import type { Share } from "./fault.ts";
import type { FaultId, LayerId } from "./ids.ts";
import type { Onset } from "./run.ts";
import type { Decision } from "./trace.ts";

/** From best to worst. */
export const outcomes = ["ok", "slow", "degraded", "partial", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a statement of the verdict holds: the rule, and the chapter's line behind it. */
export interface Because {
  /** A stable name such as `fault-bites`. */
  readonly rule: string;
  /** The rule applied here, as one sentence. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly fault?: FaultId;
  readonly layer?: LayerId;
  readonly hop?: number;
  /** Number of the message within the scenario. */
  readonly message?: number;
  readonly userSees?: string;
  readonly status?: number;
  readonly share?: Share;
  /** How long the user waited for the answer or the error, ms. */
  readonly waited: Interval;
  /** Set when the client's own timeout, as the budget states it, ends before the answer comes, or may. */
  readonly gaveUp?: {
    /** ms */
    readonly after: number;
    readonly sure: "certain" | "possible";
    /** Number of the message that was still going on. */
    readonly during?: number;
  };
  readonly lost: readonly string[];
  readonly check?: string;
  readonly recovery?: string;
  readonly notReached: readonly FaultId[];
  readonly notHere: readonly FaultId[];
  /** Forks where a fault overruled the reader's choice. */
  readonly overruled: readonly Decision[];
  /** Set when the deciding fault began in mid-play. */
  readonly onset?: Onset;
  readonly because: readonly Because[];
}
