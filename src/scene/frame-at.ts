import type { Playhead } from "../model/playhead.ts";
import type { Instant } from "../model/time.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import type { Track } from "../model/track.ts";

export type MessageState = "ahead" | "current" | "done";

/** The picture at a playhead, without places: what the stage sets by hand while it plays. */
export interface StageFrame {
  /** Before the first message has left. */
  readonly home: boolean;
  /** Index in the trace of the message the playhead is in; -1 at home. */
  readonly current: number;
  /** How far that message has come, 0…1. */
  readonly fraction: number;
  readonly hop: number | undefined;
  readonly instant: Instant;
  /** A message's state, by its index in the trace. */
  stateOf(index: number): MessageState;
}

/** Positions of a trace's messages on a track, computed once for each pair. -1: never passed. */
const ranksOf = new WeakMap<Track, Int32Array>();

function ranks(trace: Trace, track: Track): Int32Array {
  const known = ranksOf.get(track);
  if (known && known.length === trace.messages.length) return known;
  const fresh = new Int32Array(trace.messages.length).fill(-1);
  track.steps.forEach((step, rank) => {
    fresh[step.index] = rank;
  });
  ranksOf.set(track, fresh);
  return fresh;
}

/** The step in which the playhead passes a message, by its index in the trace; -1 when it never does. */
export function stepOf(trace: Trace, track: Track, index: number): number {
  return ranks(trace, track)[index] ?? -1;
}

/**
 * The frame of a trace at a playhead. Messages that run side by side with the current one (`par`, async work) are
 * current too while the instant lies within them. A playhead beyond the track's end means its end.
 */
export function frameAt(trace: Trace, track: Track, playhead: Playhead): StageFrame {
  const rank = ranks(trace, track);
  const at = Math.min(playhead.step, track.steps.length - 1);
  const step = track.steps[at];
  if (!step) return { home: true, current: -1, fraction: 0, hop: undefined, instant: 0, stateOf: () => "ahead" };
  const fraction = at < playhead.step ? 1 : Math.max(0, Math.min(1, playhead.fraction));
  const instant = step.from + (step.until - step.from) * fraction;
  return {
    home: false,
    current: step.index,
    fraction: progress(trace.messages[step.index], instant, fraction),
    hop: step.hop,
    instant,
    stateOf: (index) => {
      const own = rank[index] ?? -1;
      if (own === at) return "current";
      if (own < 0 || own > at) return "ahead";
      const end = trace.messages[index]?.drawn.end ?? 0;
      return end > instant ? "current" : "done";
    },
  };
}

/** A step may end before its message arrives (async work) or go on after it; a message without time goes with its step. */
function progress(traced: TracedMessage | undefined, instant: Instant, fraction: number): number {
  const duration = traced ? traced.drawn.end - traced.drawn.start : 0;
  if (!traced || duration <= 0) return fraction;
  return Math.max(0, Math.min(1, (instant - traced.drawn.start) / duration));
}

/**
 * Tells a jump from playing on: within a step the fraction creeps forward, and the next step begins at its start.
 * The stage follows a jump even after the reader has scrolled away.
 */
export function isSeek(before: Playhead, after: Playhead): boolean {
  if (before.step === after.step) {
    const moved = after.fraction - before.fraction;
    return moved < 0 || moved > 0.4;
  }
  if (after.step === before.step + 1) return after.fraction === 0 || after.fraction > 0.4;
  return true;
}
