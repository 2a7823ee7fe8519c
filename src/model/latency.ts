import type { BranchId, ChoiceId } from "./ids.ts";
import type { Duration } from "./time.ts";

/** A stated latency. With `p50`/`p99` it was given as percentiles (then min = p50, max = p99), else as a range. */
export interface Latency {
  readonly min: Duration;
  readonly max: Duration;
  readonly p50?: Duration;
  readonly p99?: Duration;
  /** The words it was read from, such as `~5–15 ms`. */
  readonly text: string;
}

/** A choice's branch, as a condition. */
export interface Condition {
  readonly choice: ChoiceId;
  readonly branch: BranchId;
}

/**
 * What a message, block, hop or budget row says it takes: the first case whose condition holds counts.
 * A case without `when` always holds.
 */
export interface Figure {
  readonly cases: readonly { readonly latency: Latency; readonly when?: Condition }[];
  readonly file: string;
  readonly line: number;
  /** True when the author did not say it of this very place (borrowed from a budget row by likeness, say). */
  readonly inferred?: boolean;
}
