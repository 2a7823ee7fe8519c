import { home, type Playhead } from "../model/playhead.ts";
import type { Instant } from "../model/time.ts";
import type { Track, TrackLeg, TrackStep } from "../model/track.ts";

/** The instant (drawn ms) the playhead looks at. 0 at home and on an empty track. */
export function instantAt(track: Track, playhead: Playhead): Instant {
  const step = track.steps[playhead.step];
  if (!step) return playhead.step < 0 ? 0 : (track.steps.at(-1)?.until ?? 0);
  // Written so that both ends are hit exactly, whatever the rounding.
  return playhead.fraction >= 1 ? step.until : step.from + (step.until - step.from) * Math.max(0, playhead.fraction);
}

/** Where everything that has happened by `instant` (drawn ms) is behind the playhead and nothing else is. */
export function playheadAtInstant(track: Track, instant: Instant): Playhead {
  const { steps } = track;
  // Steps begin in order, so the last one that has begun is found by halving.
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((steps[mid]?.from ?? 0) <= instant) low = mid + 1;
    else high = mid;
  }
  let k = low - 1;
  // A step that only begins here has not happened yet, unless it takes no drawn time.
  while (k >= 0 && steps[k]?.from === instant && steps[k]?.until !== instant) k -= 1;
  const step = steps[k];
  if (!step) return home;
  if (instant >= step.until) return { step: k, fraction: 1 };
  return { step: k, fraction: (instant - step.from) / (step.until - step.from) };
}

/**
 * Where `at=hop.inHop` stands: at rest behind that message. Undefined when the run never comes to it; in a loop, its
 * first time around.
 */
export function playheadAtMessage(track: Track, hop: number, inHop: number): Playhead | undefined {
  const step = track.steps.findIndex((candidate) => candidate.hop === hop && candidate.inHop === inHop);
  return step < 0 ? undefined : { step, fraction: 1 };
}

export function stepAt(track: Track, playhead: Playhead): TrackStep | undefined {
  return track.steps[playhead.step];
}

/** The leg the playhead stands in; at home, none. */
export function legAt(track: Track, playhead: Playhead): TrackLeg | undefined {
  const step = stepAt(track, playhead);
  return step && track.legs[step.leg];
}

/** The first step that is not played to its end: from here on a failure that is switched on now may bite. */
export function unplayedStep(track: Track, playhead: Playhead): TrackStep | undefined {
  return track.steps[playhead.fraction >= 1 ? playhead.step + 1 : Math.max(0, playhead.step)];
}

/** Negative when `a` is earlier on the track than `b`. */
export function comparePlayheads(a: Playhead, b: Playhead): number {
  return a.step - b.step || a.fraction - b.fraction;
}

/** The nearest playhead that exists on this track: links and changed runs may point behind its end. */
export function clampPlayhead(track: Track, playhead: Playhead): Playhead {
  if (playhead.step < 0 || track.steps.length === 0) return home;
  if (playhead.step >= track.steps.length) return { step: track.steps.length - 1, fraction: 1 };
  return { step: playhead.step, fraction: Math.min(1, Math.max(0, playhead.fraction)) };
}
