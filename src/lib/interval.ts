/**
 * A quantity known only by its ends, `min ≤ max`. `max: null` means that nobody states an upper end
 * ("at least …"): unknown is never treated as 0.
 */
export interface Interval {
  readonly min: number;
  readonly max: number | null;
}

export const zero: Interval = { min: 0, max: 0 };

/** Both ends known and equal. */
export function point(value: number): Interval {
  return { min: value, max: value };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { min: a.min + b.min, max: a.max === null || b.max === null ? null : a.max + b.max };
}

/** Multiplies both ends by `factor ≥ 0`; an unknown end stays unknown. */
export function scaleInterval(a: Interval, factor: number): Interval {
  return { min: a.min * factor, max: a.max === null ? null : a.max * factor };
}

/** The later of two independent waits, end by end. */
export function maxInterval(a: Interval, b: Interval): Interval {
  return { min: Math.max(a.min, b.min), max: a.max === null || b.max === null ? null : Math.max(a.max, b.max) };
}

export function sumIntervals(all: readonly Interval[]): Interval {
  return all.reduce(addIntervals, zero);
}

/** The middle of a known range; the least end where the other is unknown. */
export function middle(a: Interval): number {
  return a.max === null ? a.min : (a.min + a.max) / 2;
}
