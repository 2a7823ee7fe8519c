import type { BranchId, ChoiceId, FaultId, LayerId } from "./ids.ts";
import type { Outcome } from "./verdict.ts";

/** A failure alone, under some choices, and what came of it: what rounds are made from. */
export interface RoundCase {
  readonly fault: FaultId;
  /** Only what differs from the defaults. */
  readonly choices: Readonly<Record<ChoiceId, BranchId>>;
  readonly outcome: Outcome;
  readonly layer?: LayerId;
  readonly status?: number;
  /** Absent where the chapter does not say. */
  readonly userSees?: string;
  /** Layers that the request meets under these choices, in order. */
  readonly met: readonly LayerId[];
}

/**
 * `layer`: the failure is hidden, its symptom is told; which layer broke? · `sees`: the failure is announced; what will
 * the user see? · `answers`: the failure is announced; does the request still answer?
 */
export const roundKinds = ["answers", "sees", "layer"] as const;
export type RoundKind = (typeof roundKinds)[number];

export interface RoundOption {
  /** Stable within its round: a layer's id, an outcome, or the text itself. */
  readonly id: string;
  readonly text: string;
}

/** One question with exactly one right option. */
export interface Round {
  readonly kind: RoundKind;
  readonly about: RoundCase;
  readonly options: readonly RoundOption[];
  readonly right: RoundOption["id"];
}
