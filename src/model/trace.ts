import type { Interval } from "../lib/interval.ts";
import type { Arrow } from "./arrow.ts";
import type { BranchId, ChoiceId, FaultId, LayerId, ParticipantKey } from "./ids.ts";
import type { Run } from "./run.ts";
import type { Duration, Instant } from "./time.ts";

/**
 * `skipped`: the rest of an exchange that was carried on without · `neverReached`: behind a fatal bite ·
 * `added`: not in the chapter (a failure's way back, a repeated attempt).
 */
export const messageOutcomes = ["ok", "slow", "failed", "lost", "skipped", "neverReached", "added"] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** A fault meeting a message. */
export interface Bite {
  readonly fault: FaultId;
  readonly layer: LayerId;
  /** What became of it, after handling. */
  readonly effect: "fails" | "slows" | "reroutes" | "carriedOn" | "branchTaken" | "loses";
}

/** What happened to one message of the path. */
export interface TracedMessage {
  /** Position in the trace. */
  readonly index: number;
  /** The message's number in the scenario; absent for `added`. */
  readonly n?: number;
  /** The hop it stands in or, for `added`, the hop where it broke: the whole way back is listed there. */
  readonly hop: number;
  readonly inHop?: number;
  readonly from: ParticipantKey;
  readonly to: ParticipantKey;
  readonly text: string;
  readonly arrow: Arrow;
  readonly role: "call" | "answer" | "self" | "async";
  readonly outcome: MessageOutcome;
  /** All layers it passes, in the order met. */
  readonly layers: readonly LayerId[];
  readonly bites: readonly Bite[];
  /** The fault that decided its outcome. */
  readonly fault?: FaultId;
  /** For `added`: the hops it goes back over. */
  readonly backOver?: readonly number[];
  /** What this answer says to its receiver, where the chapter gives it. */
  readonly status?: number;
  readonly start: Interval;
  readonly end: Interval;
  readonly drawn: { readonly start: Instant; readonly end: Instant };
  /** Its own least and most: known even where `start` is not, behind an undocumented wait. */
  readonly takes?: Interval;
  /** Where its time comes from; absent when nobody states one. */
  readonly figure?: {
    readonly from: "message" | "block" | "hop" | "budget" | "fault" | "timeout";
    readonly file: string;
    readonly line: number;
  };
  /** Part of its time that is only waiting (a timeout), where the caller waits one out. Its `max` is null when undocumented. */
  readonly wait?: Interval;
  /** How often it was tried, when more than once. */
  readonly attempts?: number;
  /** Which time around a loop, from 1, and of how many. */
  readonly iteration?: { readonly n: number; readonly of: number };
  /** True when the answer to the client does not wait for it. */
  readonly aside: boolean;
  /** The blocks it stands in, outermost first: index path into the hop's tree, to draw frames. */
  readonly blocks: readonly BlockEntry[];
  /** Line in the scenario's file. */
  readonly line?: number;
}

export interface BlockEntry {
  /** `start` offset of the block's span: its identity within the file. */
  readonly block: number;
  readonly branch: number;
}

/** A fork that was passed, and why it went the way it went. */
export interface Decision {
  readonly choice: ChoiceId;
  readonly taken: BranchId;
  readonly why: "fault" | "chosen" | "default" | "first" | "answererDown";
  /** The branch the reader had chosen, when that was overruled. */
  readonly overruled?: BranchId;
  readonly fault?: FaultId;
  readonly line: number;
}

/** A hop as the run passed it. One without messages takes its whole stated range, so that no stated time is lost. */
export interface TracedHop {
  readonly n: number;
  /** False behind a fatal bite. */
  readonly reached: boolean;
  readonly start: Interval;
  /** Async work apart. */
  readonly end: Interval;
  readonly drawn: { readonly start: Instant; readonly end: Instant };
}

/** A call whose answer may come later than its caller waits. */
export interface Overdue {
  /** Index of the call. */
  readonly call: number;
  /** How long the caller waits, ms. */
  readonly timeout: Duration;
  /** From the call to its answer, ms. */
  readonly takes: Interval;
}

/** What happened, whole. */
export interface Trace {
  readonly run: Run;
  readonly messages: readonly TracedMessage[];
  /** Every hop of the scenario, in order. */
  readonly hops: readonly TracedHop[];
  readonly decisions: readonly Decision[];
  /** Until the client has its answer, async work apart. */
  readonly total: Interval;
  /** The same in drawn time. */
  readonly drawnTotal: Instant;
  /** The last drawn instant, async work included. */
  readonly drawnEnd: Instant;
  /** Calls that the chapter's own figures let outlast their timeout; absent when there are none. */
  readonly overdue?: readonly Overdue[];
  /** Index of the message where the path died, if it did. */
  readonly brokeAt?: number;
  /** What the client receives when it fails, where documented. */
  readonly status?: number;
  /** Texts of the side effects that were lost, in the order of the text. */
  readonly lost: readonly { readonly text: string; readonly n: number; readonly fault: FaultId }[];
  /** Faults that are on, would have bitten further on, and were not reached. */
  readonly notReached: readonly FaultId[];
  /** Faults that are on and have nothing to bite on this path. */
  readonly notHere: readonly FaultId[];
}

/** True when the playhead passes the message at all. */
export function isPassed(message: TracedMessage): boolean {
  return message.outcome !== "skipped" && message.outcome !== "neverReached";
}

/** True for an answer of the failure's way back; a repeated attempt is not in the chapter either, but goes forward. */
export function isWayBack(message: TracedMessage): boolean {
  return message.outcome === "added" && message.backOver !== undefined;
}
