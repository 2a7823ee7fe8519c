/** Wall time and frames, as the player needs them. */
export interface Clock {
  /** Milliseconds since some fixed moment; only differences mean anything. */
  now(): number;
  /** Calls back before the next paint with the clock's time. Returns the way to cancel. */
  onFrame(callback: (now: number) => void): () => void;
  /** Calls back once after `duration` ms. Returns the way to cancel. */
  after(duration: number, callback: () => void): () => void;
}
