import type { Interval } from "../../lib/interval.ts";
import type { Duration, Instant } from "../../model/time.ts";

/** What a row's colour and shape say: blue travels, amber is slow, red broke, quiet did not happen. */
export type RowTone = "travels" | "slow" | "failed" | "quiet";

/**
 *     at        at + least     at + most
 *      ├────────────┤╱╱╱╱╱╱╱╱╱╱╱╱┤          most: null is drawn open-ended
 *      solid         hatched
 */
export interface Bar {
  readonly at: Instant;
  readonly least: Duration;
  readonly most: Duration | null;
  /** The part that is only waiting for a timeout, in drawn time; drawn dotted. */
  readonly wait?: { readonly from: Instant; readonly until: Instant; readonly open: boolean };
}

export interface WaterfallRow {
  readonly key: string;
  /** `back`: the failure's way back · `aside`: work that the answer does not wait for. */
  readonly kind: "hop" | "message" | "back" | "aside";
  readonly hop: number;
  /** Such as `2 Cloudflare edge → Origin`; a message's text for a message. */
  readonly label: string;
  readonly tone: RowTone;
  /** Absent when nothing happened here. */
  readonly bar?: Bar;
  /** Least and most, ms; absent when nothing happened or nobody states a time. */
  readonly takes?: Interval;
  /** What the chapter's budget states for this hop, ms. */
  readonly stated?: Interval;
  /** What stands at the end of the bar, such as `5–15 ms` or `at least 0 ms, not documented`. */
  readonly figure: string;
  /** Said after the figure, such as `never reached` or `not in the chapter`. */
  readonly note?: string;
  /** For a message: its index in the trace. */
  readonly index?: number;
  readonly messages: readonly WaterfallRow[];
}

export interface Waterfall {
  /** A row per hop in the order of the text, then the way back. */
  readonly rows: readonly WaterfallRow[];
  /** Async work, a row per hop that has some. */
  readonly asides: readonly WaterfallRow[];
  /** The end of the time axis, drawn ms. */
  readonly end: Instant;
  /** Stretches in which nothing but waiting happens, in order and apart from each other. */
  readonly waits: readonly { readonly from: Instant; readonly until: Instant }[];
  /** True when nobody states a time: the axis then counts the steps of the track. */
  readonly untimed?: boolean;
}
