import type { Interval } from "../../lib/interval.ts";

/** What somebody saw, as far as its words say. `words`: nothing but words that a chapter may know. */
export type Sight =
  | { readonly kind: "works" | "fails" | "slow" | "incomplete" | "timesOut" | "unresolved" | "words" }
  /** Any status from `low` to `high`: both the same for one status, 500 and 599 for “5xx”. */
  | { readonly kind: "status"; readonly low: number; readonly high: number };

/** How often it was seen. Nothing said: at least once. */
export type Often = "once" | "sometimes" | "always";

/** A sentence about what was seen, read. */
export interface Seen {
  /** As it was said. */
  readonly text: string;
  readonly sight: Sight;
  readonly often: Often;
  /** How long the answer or the error took, ms. */
  readonly waited?: Interval;
  /** All of its words that mean something, as stems. */
  readonly stems: readonly string[];
  /** Those that say more than the sight does, such as `images` in “images fail”. */
  readonly detail: readonly string[];
}
