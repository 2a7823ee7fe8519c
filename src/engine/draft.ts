import type { Interval } from "../lib/interval.ts";
import type { Arrow } from "../model/arrow.ts";
import type { FaultId, LayerId, ParticipantKey } from "../model/ids.ts";
import type { Figure } from "../model/latency.ts";
import type { Message } from "../model/step.ts";
import type { Bite, BlockEntry, MessageOutcome, TracedMessage } from "../model/trace.ts";

/** A stated range that several messages share in fixed parts: a hop's, or a block's. */
export interface SharedFigure {
  readonly figure: Figure;
  readonly from: "block" | "hop" | "budget";
  /** How often a folded loop around it runs. */
  readonly times: number;
  readonly aside: boolean;
  /** Those it covers, counted as often as they run, by what they are. */
  calls: number;
  answers: number;
  asides: number;
}

/** Time beyond what the chapter states for the message itself. */
export interface ExtraTime {
  /** What says it: several bites of one fault are one draw. */
  readonly source: object;
  readonly interval: Interval;
  readonly times: number;
}

/** A message of the trace while it is being written: what happened is known, when it happened is not yet. */
export interface Draft {
  readonly index: number;
  /** The chapter's message; absent for `added`. */
  readonly message: Message | undefined;
  readonly hop: number;
  readonly from: ParticipantKey;
  readonly to: ParticipantKey;
  readonly text: string;
  readonly arrow: Arrow;
  readonly role: TracedMessage["role"];
  readonly aside: boolean;
  readonly blocks: readonly BlockEntry[];
  readonly layers: readonly LayerId[];
  readonly iteration: { readonly n: number; readonly of: number } | undefined;
  /** How often it runs in one go: a loop of many rounds is folded into one pass. */
  readonly times: number;
  /** The nearest stated range around it, when it has none of its own. */
  readonly shared: SharedFigure | undefined;

  outcome: MessageOutcome;
  bites: readonly Bite[];
  fault: FaultId | undefined;
  status: number | undefined;
  attempts: number;
  /** Multiplies its own time (a slowed message). */
  factor: number;
  extras: readonly ExtraTime[];
  /** A documented wait, which takes the place of its own time; `max: null` comes on top of it. */
  wait: Interval | undefined;
  /** The calls that this message answers. */
  closes: readonly Draft[];
  /** For `added`: the open calls it goes back over, by hop. */
  readonly legs: readonly Leg[] | undefined;
  /** For `added`: stands for `times` more attempts of everything since that call left. */
  readonly repeats: { readonly since: Draft; readonly times: number } | undefined;
}

export interface Leg {
  readonly hop: number;
  /** The requests whose open calls are passed, in the order they were made. */
  readonly calls: readonly Draft[];
}

/** What the clock has to do, in order. */
export type ClockStep =
  | { readonly kind: "message"; readonly draft: Draft }
  | { readonly kind: "hop"; readonly n: number; readonly reached: boolean }
  | { readonly kind: "hopEnd" | "par" | "thread" | "join" | "asideEnd" }
  /** Async work begins, with a message of `by`. */
  | { readonly kind: "aside"; readonly by: ParticipantKey | undefined };
