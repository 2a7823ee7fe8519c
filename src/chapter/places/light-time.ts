import type { Site } from "./find-place.ts";

const earthRadius = 6371;
/** Kilometres that light travels in a millisecond of glass: two thirds of its speed in a vacuum, and a round number. */
const fibre = 200;

/** Great-circle distance, km (haversine; the flattening of the globe makes it up to 0.5 % wrong). */
export function kilometresBetween(a: Site, b: Site): number {
  const rad = Math.PI / 180;
  const sine = (degrees: number) => Math.sin((degrees * rad) / 2) ** 2;
  const h =
    sine(b.latitude - a.latitude) +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * sine(b.longitude - a.longitude);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** One way through fibre laid along the great circle, ms: no cable is shorter. */
export function lightTime(a: Site, b: Site): number {
  return kilometresBetween(a, b) / fibre;
}
