import type { Instant } from "./time.ts";

/**
 * A trace's messages in the order in which the player passes them: by drawn start, then by the order of the text.
 * What was skipped or never reached is not passed and has no step. Within step k the playhead's instant runs from
 * `from` to `until`; several messages may be under way at once, and a step's own message may end in a later step.
 */
export interface Track {
  readonly steps: readonly TrackStep[];
  /** The stretches that "next hop" goes through. Together they cover all steps, in order and without a gap. */
  readonly legs: readonly TrackLeg[];
}

export interface TrackStep {
  /** Index of the message in `Trace.messages`. */
  readonly index: number;
  readonly hop: number;
  /** The message's number within its hop; absent for what is not in the chapter. */
  readonly inHop?: number;
  /** True for the failure's way back. */
  readonly back: boolean;
  readonly from: Instant;
  readonly until: Instant;
  /** True when the message's time is (partly) spent waiting out a timeout. */
  readonly waits: boolean;
  /** Position in `Track.legs`. */
  readonly leg: number;
}

/** A hop as the player meets it: from its first message to the first message of the next one. */
export interface TrackLeg {
  readonly hop: number;
  /** True for the failure's way back, which is a stretch of its own. */
  readonly back: boolean;
  /** Its first and last step, both included. */
  readonly first: number;
  readonly last: number;
}
