import type { Instant } from "./time.ts";

/**
 * A trace's messages in the order in which the player passes them: by drawn start, then by the order of the text.
 * Within step k the playhead's instant runs from `from` to `until`; several messages may be under way at once.
 */
export interface Track {
  readonly steps: readonly TrackStep[];
}

export interface TrackStep {
  /** Index of the message in `Trace.messages`. */
  readonly index: number;
  readonly hop: number;
  readonly from: Instant;
  readonly until: Instant;
}
