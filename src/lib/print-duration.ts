import type { Interval } from "./interval.ts";

/** From here on, milliseconds are said as seconds. */
const seconds = 1000;

/** No more digits than asked for, but never 0 for what is not. */
function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) || Number(value.toPrecision(2)));
}

/** The number alone: a tenth where that still says something, whole numbers above ten. */
function printNumber(value: number, unit: number): string {
  if (unit === seconds) return trim(value / seconds, value < 10 * seconds ? 2 : 1);
  return trim(value, value < 1 ? 2 : value < 10 ? 1 : 0);
}

/** Milliseconds for people: `0.5 ms`, `214 ms`, `1.25 s`. */
export function printDuration(value: number): string {
  const unit = value >= seconds ? seconds : 1;
  return `${printNumber(value, unit)} ${unit === seconds ? "s" : "ms"}`;
}

/** `214–347 ms`, `0.9–1.2 s`, `15 s`, `at least 95 ms`; both ends in one unit. */
export function printInterval(interval: Interval): string {
  const { min, max } = interval;
  if (max === null) return `at least ${printDuration(min)}`;
  const unit = max >= seconds ? seconds : 1;
  const least = printNumber(min, unit);
  const most = printNumber(max, unit);
  const range = least === most ? most : `${least}–${most}`;
  return `${range} ${unit === seconds ? "s" : "ms"}`;
}
