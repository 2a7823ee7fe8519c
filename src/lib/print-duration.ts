import type { Interval } from "./interval.ts";

/** Milliseconds for people: `20 µs`, `0.5 ms`, `214 ms`, `1.25 s`, `2 min`. */
export function printDuration(ms: number): string {
  const { figure, unit } = inUnit(ms, Math.abs(ms));
  return `${figure} ${unit}`;
}

/** `214–347 ms`, `0.9–1.2 s`, `15 s`, `at least 95 ms`; both ends in one unit. */
export function printInterval({ min, max }: Interval): string {
  if (max === null) return `at least ${printDuration(min)}`;
  const least = inUnit(min, max);
  const most = inUnit(max, max);
  return `${least.figure === most.figure ? "" : `${least.figure}–`}${most.figure} ${most.unit}`;
}

/** A figure in the unit that fits `size`, ms. */
function inUnit(ms: number, size: number): { figure: string; unit: string } {
  if (size >= 120_000) return { figure: trim(ms / 60_000), unit: "min" };
  if (size >= 1000) return { figure: trim(ms / 1000), unit: "s" };
  if (size > 0 && size < 0.1) return { figure: trim(ms * 1000), unit: "µs" };
  return { figure: trim(ms), unit: "ms" };
}

/** Three digits are as many as a latency ever has. */
function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}
