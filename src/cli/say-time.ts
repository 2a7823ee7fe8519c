import type { Interval } from "../lib/interval.ts";

/** `214–347 ms`, `1.5 s`, `at least 5 ms`: three figures are as many as a latency ever has. */
export function sayInterval({ min, max }: Interval): string {
  if (max === null) return min === 0 ? "not documented" : `at least ${sayDuration(min)}`;
  if (max === min) return sayDuration(min);
  const [low, unit] = inUnit(min, max);
  const [high] = inUnit(max, max);
  return `${low}–${high} ${unit}`;
}

/** Milliseconds in words. */
export function sayDuration(ms: number): string {
  const [figure, unit] = inUnit(ms, ms);
  return `${figure} ${unit}`;
}

/** The figure in the unit that fits `scale`, so that both ends of a range share one. */
function inUnit(ms: number, scale: number): readonly [figure: string, unit: string] {
  if (scale >= 60_000) return [trim(ms / 60_000), "min"];
  if (scale >= 1_000) return [trim(ms / 1_000), "s"];
  if (scale > 0 && scale < 0.1) return [trim(ms * 1_000), "µs"];
  return [trim(ms), "ms"];
}

function trim(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? Math.max(3, Math.ceil(Math.log10(value + 1))) : 3)));
}
