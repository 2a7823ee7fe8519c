import { home, type Playhead } from "../model/playhead.ts";
import type { Trace } from "../model/trace.ts";
import type { Track } from "../model/track.ts";
import { toEnd } from "./stepping.ts";

/** A trace with the order in which the player passes it. */
export interface Played {
  readonly trace: Trace;
  readonly track: Track;
}

/** True behind the last message, and never on an empty track. */
export function isAtEnd(track: Track, at: Playhead): boolean {
  const last = track.steps.length - 1;
  return last >= 0 && (at.step > last || (at.step === last && at.fraction >= 1));
}

/** The same message in another trace; where it is never passed there, the last one that was passed before it. */
export function samePlace(before: Played, after: Played, from: Playhead): Playhead {
  if (from.step < 0) return home;
  if (isAtEnd(before.track, from)) return toEnd(after.track);
  const passed = before.track.steps.slice(0, from.step + 1).reverse();
  for (const [back, step] of passed.entries()) {
    const message = before.trace.messages[step.index];
    if (message?.n === undefined) continue;
    const there = after.track.steps.findIndex((candidate) => {
      const other = after.trace.messages[candidate.index];
      return other?.n === message.n && other?.iteration?.n === message.iteration?.n;
    });
    if (there >= 0) return { step: there, fraction: back === 0 ? from.fraction : 1 };
  }
  return home;
}
