import type { FaultId, LayerId, ScenarioId } from "../../model/ids.ts";
import type { Outcome } from "../../model/verdict.ts";

/** What one failure does to one scenario. */
export interface BlastCell {
  readonly fault: FaultId;
  readonly scenario: ScenarioId;
  readonly outcome: Outcome;
  readonly hop?: number;
  readonly layer?: LayerId;
  readonly userSees?: string;
}

/** What two failures at once do to one scenario. */
export interface BlastPair {
  readonly faults: readonly [FaultId, FaultId];
  readonly scenario: ScenarioId;
  readonly outcome: Outcome;
  /** True when the two together end worse than each of them alone. */
  readonly worseThanEither: boolean;
}

/** How often each outcome stands in a row or a column. */
export type Tally = Readonly<Record<Outcome, number>>;

/** Faults × scenarios: every combination has one cell, faults outermost, in the order of the library. */
export interface Blast {
  readonly scenarios: readonly { readonly id: ScenarioId; readonly title: string; readonly tally: Tally }[];
  readonly faults: readonly { readonly id: FaultId; readonly title: string; readonly tally: Tally }[];
  readonly cells: readonly BlastCell[];
  /** Failures that can change nothing in any scenario: no message passes their layer. */
  readonly idle: readonly FaultId[];
  /** Scenarios in which nothing is sent, so that nothing can be bitten. */
  readonly empty: readonly ScenarioId[];
}
