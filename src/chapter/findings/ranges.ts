/** Ends in ms. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** `5–15 ms`, `80 ms`. */
export function sayRange(range: Range): string {
  const show = (value: number) => String(Number(value.toPrecision(4)));
  return range.min === range.max ? `${show(range.min)} ms` : `${show(range.min)}–${show(range.max)} ms`;
}

/** From the least to the most of several, ms. */
export function extentOf(all: readonly Range[]): Range {
  return { min: Math.min(...all.map(({ min }) => min)), max: Math.max(...all.map(({ max }) => max)) };
}

export function sameRange(a: Range, b: Range): boolean {
  return a.min === b.min && a.max === b.max;
}
