import type { BranchId, ChoiceId, FaultId } from "./ids.ts";

/** From which message on a fault bites; hop and message (within the hop) count from 1. */
export interface Onset {
  readonly hop: number;
  readonly message: number;
}

export type Side = "affected" | "unaffected";

/** What to simulate. */
export interface Run {
  /** The faults that are on, in the order they were switched on. */
  readonly faults: readonly { readonly id: FaultId; readonly onset?: Onset }[];
  /** Only what was chosen; the rest is the scenario's default. */
  readonly choices: Readonly<Record<ChoiceId, BranchId>>;
  /** For partial faults: which request is looked at. */
  readonly sides: Readonly<Record<FaultId, Side>>;
  readonly seed: number;
}

export const healthyRun: Run = { faults: [], choices: {}, sides: {}, seed: 1 };
