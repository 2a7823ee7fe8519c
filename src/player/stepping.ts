import { home, type Playhead } from "../model/playhead.ts";
import type { Track, TrackLeg } from "../model/track.ts";
import { legAt } from "./position.ts";

/** Behind the next message; behind the one under way, when it has not arrived yet. */
export function stepForward(track: Track, playhead: Playhead): Playhead {
  const under = playhead.step >= 0 && playhead.fraction < 1;
  return restAt(track, under ? playhead.step : playhead.step + 1);
}

/** Behind the previous message; before the first one is home. */
export function stepBack(track: Track, playhead: Playhead): Playhead {
  return restAt(track, playhead.step - 1);
}

/** Behind the first message of the next hop; from the last hop, the end. */
export function hopForward(track: Track, playhead: Playhead): Playhead {
  const leg = legAt(track, playhead);
  if (!leg) return restAt(track, 0);
  const next = track.legs[track.legs.indexOf(leg) + 1];
  return next ? toLeg(next) : toEnd(track);
}

/** Behind the first message of this hop or, being there already, of the one before; from the first hop, home. */
export function hopBack(track: Track, playhead: Playhead): Playhead {
  const leg = legAt(track, playhead);
  if (!leg) return home;
  if (playhead.step > leg.first) return toLeg(leg);
  const previous = track.legs[track.legs.indexOf(leg) - 1];
  return previous ? toLeg(previous) : home;
}

/** Behind the first message of a leg. */
export function toLeg(leg: TrackLeg): Playhead {
  return { step: leg.first, fraction: 1 };
}

/** Behind the first message of hop `n`; undefined when the run never comes to it. */
export function toHop(track: Track, n: number): Playhead | undefined {
  const leg = track.legs.find((candidate) => candidate.hop === n && !candidate.back);
  return leg && toLeg(leg);
}

export function toEnd(track: Track): Playhead {
  return restAt(track, track.steps.length - 1);
}

function restAt(track: Track, step: number): Playhead {
  const last = Math.min(step, track.steps.length - 1);
  return last < 0 ? home : { step: last, fraction: 1 };
}
