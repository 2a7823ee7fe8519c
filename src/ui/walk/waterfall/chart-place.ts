import { home, type Playhead } from "../../../model/playhead.ts";
import type { Track } from "../../../model/track.ts";
import { instantAt, playheadAtInstant } from "../../../player/position.ts";
import type { Waterfall } from "../../../scene/waterfall/waterfall.ts";

/** Where a playhead stands on the chart's axis: an instant or, without times, how many steps were passed. */
export function placeOnAxis(waterfall: Waterfall, track: Track, playhead: Playhead): number {
  if (!waterfall.untimed) return instantAt(track, playhead);
  return Math.max(0, playhead.step + Math.min(1, Math.max(0, playhead.fraction)));
}

/** The playhead at a place of the axis. */
export function playheadOnAxis(waterfall: Waterfall, track: Track, at: number): Playhead {
  if (!waterfall.untimed) return playheadAtInstant(track, at);
  if (at <= 0 || track.steps.length === 0) return home;
  const step = Math.min(track.steps.length - 1, Math.ceil(at) - 1);
  return { step, fraction: Math.min(1, at - step) };
}
