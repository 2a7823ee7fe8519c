import { home, type Playhead } from "../model/playhead.ts";
import type { Track } from "../model/track.ts";
import { clampPlayhead } from "./position.ts";
import { playTime } from "./speed.ts";

/**
 * The seek bar's scale: play time on the wall, so that its thumb moves evenly while playing and messages without
 * drawn time have room. `starts[k]` is where step k begins, ms on the wall.
 */
export interface Timetable {
  readonly starts: readonly number[];
  readonly total: number;
}

export function makeTimetable(track: Track, rate: number): Timetable {
  const starts: number[] = [];
  let total = 0;
  for (const step of track.steps) {
    starts.push(total);
    total += playTime(step, rate).wall;
  }
  return { starts, total };
}

/** How far into the timetable the playhead is, ms on the wall. */
export function placeOf(timetable: Timetable, playhead: Playhead): number {
  const start = timetable.starts[playhead.step];
  if (start === undefined) return playhead.step < 0 ? 0 : timetable.total;
  const end = timetable.starts[playhead.step + 1] ?? timetable.total;
  return start + (end - start) * playhead.fraction;
}

/** The other way round. A place where one step ends and the next begins is the end of the earlier one. */
export function playheadAtPlace(track: Track, timetable: Timetable, place: number): Playhead {
  if (place <= 0) return home;
  let low = 0;
  let high = timetable.starts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((timetable.starts[mid] ?? 0) < place) low = mid + 1;
    else high = mid;
  }
  const step = low - 1;
  const start = timetable.starts[step] ?? 0;
  const end = timetable.starts[low] ?? timetable.total;
  return clampPlayhead(track, { step, fraction: end > start ? (place - start) / (end - start) : 1 });
}
