import { home, type Playhead } from "../model/playhead.ts";
import type { Track } from "../model/track.ts";
import { clampPlayhead, legAt } from "./position.ts";
import { playTime } from "./speed.ts";

export interface Advanced {
  readonly playhead: Playhead;
  /** True at the end of the track, or when a looped hop takes no time at all. */
  readonly finished: boolean;
}

/**
 * Where the playhead is after `wallMs` more milliseconds on the wall. However the time is cut into frames, the same
 * playhead is reached. With `loopHop` it stays in the leg where it stands and begins it again at its end.
 */
export function advance(track: Track, playhead: Playhead, wallMs: number, rate: number, loopHop = false): Advanced {
  let { step, fraction } = clampPlayhead(track, playhead);
  let left = Math.max(0, wallMs);
  if (track.steps.length === 0) return { playhead: home, finished: true };
  // From home the first message leaves at once.
  if (step < 0) {
    if (left === 0) return { playhead: home, finished: false };
    step = 0;
    fraction = 0;
  }
  const leg = loopHop ? legAt(track, { step, fraction }) : undefined;
  if (leg) {
    const round = wallBetween(track, leg.first, leg.last, rate);
    if (round === 0) return { playhead: { step: leg.last, fraction: 1 }, finished: true };
    // Whole rounds change nothing; a long sleep of the tab must not be played through.
    const toEnd = wallBetween(track, step, leg.last, rate) - wallOf(track, step, rate) * fraction;
    if (left > toEnd) {
      left = (left - toEnd) % round;
      step = leg.first;
      fraction = 0;
    }
  }
  const last = leg ? leg.last : track.steps.length - 1;
  for (;;) {
    const wall = wallOf(track, step, rate);
    const remaining = wall * (1 - fraction);
    if (left < remaining) return { playhead: { step, fraction: fraction + left / wall }, finished: false };
    if (step >= last) return { playhead: { step, fraction: 1 }, finished: !leg };
    left -= remaining;
    step += 1;
    fraction = 0;
  }
}

function wallOf(track: Track, step: number, rate: number): number {
  const found = track.steps[step];
  return found ? playTime(found, rate).wall : 0;
}

function wallBetween(track: Track, first: number, last: number, rate: number): number {
  let sum = 0;
  for (let step = first; step <= last; step++) sum += wallOf(track, step, rate);
  return sum;
}
