import type { Interval } from "../lib/interval.ts";

/** A length of time as people write it: `0.25 ms`, `12 ms`, `1.5 s`, `2 min`. */
export function formatTime(ms: number): string {
  const { value, unit } = inUnit(ms, Math.abs(ms));
  return `${value} ${unit}`;
}

/** A range as people write it: `5–15 ms`, `80 ms`, `at least 3 ms` when nobody states its upper end. */
export function formatRange(range: Interval): string {
  if (range.max === null) return range.min > 0 ? `at least ${formatTime(range.min)}` : "not documented";
  const least = inUnit(range.min, range.max);
  const most = inUnit(range.max, range.max);
  return least.value === most.value ? `${most.value} ${most.unit}` : `${least.value}–${most.value} ${most.unit}`;
}

function inUnit(ms: number, size: number): { value: string; unit: string } {
  if (size >= 120_000) return { value: trim(ms / 60_000), unit: "min" };
  if (size >= 1000) return { value: trim(ms / 1000), unit: "s" };
  if (size > 0 && size < 0.1) return { value: trim(ms * 1000), unit: "µs" };
  return { value: trim(ms), unit: "ms" };
}

/** Three significant digits below 100, whole numbers from there on. */
function trim(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
