import type { BranchId, ChoiceId } from "./ids.ts";

/** A fork that the reader may decide: an alt, opt or break, or a latency given per condition. */
export interface Choice {
  readonly id: ChoiceId;
  /** What is decided, such as `Connection`; the radio group's name. */
  readonly title: string;
  /** An `opt` or `break` has the branches `yes` and `no`, unless a shared choice names them. */
  readonly branches: readonly { readonly id: BranchId; readonly text: string; readonly chance?: number }[];
  readonly default: BranchId;
  readonly line: number;
}
