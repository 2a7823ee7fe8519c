/**
 * Where we look in a trace. Steps are the trace's messages in drawn order (`TrackStep`); `step: -1` is the moment
 * before the first message leaves (home), `fraction` runs 0…1 within the step. A message without drawn time still has
 * a step of its own, so that nothing is jumped over; that is why an instant alone would not do.
 * Stepping and links rest at `fraction: 1`: the message named there is the last one that has happened.
 */
export interface Playhead {
  readonly step: number;
  readonly fraction: number;
}

export const home: Playhead = { step: -1, fraction: 0 };

/** Where the playhead is, for what moves with it without re-rendering React. */
export interface PlayheadSource {
  get(): Playhead;
  /** Calls back after every change, at most once a frame while playing. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}
