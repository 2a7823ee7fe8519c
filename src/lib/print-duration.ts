import type { Interval } from "./interval.ts";

/** Milliseconds for people: `20 µs`, `0.5 ms`, `214 ms`, `1.25 s`, `2 min`. */
export function printDuration(ms: number): string {
  return inUnit(ms, Math.abs(ms)).join(" ");
}

/** `214–347 ms`, `0.9–1.2 s`, `15 s`, `at least 95 ms`; both ends in one unit. */
export function printInterval({ min, max }: Interval): string {
  if (max === null) return `at least ${printDuration(min)}`;
  const [least] = inUnit(min, max);
  const [most, unit] = inUnit(max, max);
  return `${least === most ? "" : `${least}–`}${most} ${unit}`;
}

/** A figure, and the unit that fits `size`, ms. Three digits are as many as a latency ever has. */
function inUnit(ms: number, size: number): readonly [figure: number, unit: string] {
  const [length, unit] =
    size >= 120_000
      ? ([60_000, "min"] as const)
      : size >= 1000
        ? ([1000, "s"] as const)
        : size > 0 && size < 0.1
          ? ([0.001, "µs"] as const)
          : ([1, "ms"] as const);
  return [Number((ms / length).toPrecision(3)), unit];
}
