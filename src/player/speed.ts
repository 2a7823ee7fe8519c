import type { TrackStep } from "../model/track.ts";

/** `rate` is drawn milliseconds per millisecond on the wall. */
export interface Speed {
  readonly rate: number;
  readonly label: string;
  /** The least a message is held on screen, ms on the wall, so that one without drawn time is seen too. */
  readonly dwell: number;
}

/** From fastest to slowest. True time is true: it holds nothing and shortens nothing. */
export const speeds: readonly Speed[] = [
  { rate: 1, label: "true time", dwell: 0 },
  { rate: 1 / 5, label: "1/5", dwell: 140 },
  { rate: 1 / 10, label: "1/10", dwell: 240 },
  { rate: 1 / 20, label: "1/20", dwell: 350 },
  { rate: 1 / 50, label: "1/50", dwell: 500 },
  { rate: 1 / 100, label: "1/100", dwell: 700 },
  { rate: 1 / 200, label: "1/200", dwell: 900 },
];

export const defaultRate = 1 / 20;

/** A step that waits out a timeout, or takes longer than this many drawn ms, is shortened on the wall. */
const longest = 1000;
/** What a shortened step takes at most, ms on the wall. */
const shortenedTo = 4000;

/** The speed with this rate; the nearest one there is, when a link asks for another. */
export function findSpeed(rate: number): Speed {
  const distance = (speed: Speed) => Math.abs(Math.log(speed.rate) - Math.log(rate > 0 ? rate : defaultRate));
  return speeds.reduce((best, speed) => (distance(speed) < distance(best) ? speed : best));
}

/** One speed faster (`by: -1`) or slower (`by: 1`), as far as there are any. */
export function shiftSpeed(rate: number, by: -1 | 1): number {
  const index = speeds.indexOf(findSpeed(rate)) + by;
  return speeds[index]?.rate ?? rate;
}

/** How long a step plays, ms on the wall; `shortened` when that is less than its drawn time asks for. */
export function playTime(step: TrackStep, rate: number): { readonly wall: number; readonly shortened: boolean } {
  const speed = findSpeed(rate);
  const drawn = step.until - step.from;
  const full = drawn / speed.rate;
  const shortened = speed.rate < 1 && (step.waits || drawn > longest) && full > shortenedTo;
  return { wall: Math.max(speed.dwell, shortened ? shortenedTo : full), shortened };
}
