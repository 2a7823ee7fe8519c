import type { Figure } from "../../model/latency.ts";

/** The whole extent of a figure over all its cases, ms. */
export function extentOf(figure: Figure): { min: number; max: number } {
  return {
    min: Math.min(...figure.cases.map((each) => each.latency.min)),
    max: Math.max(...figure.cases.map((each) => each.latency.max)),
  };
}

/** `5–15 ms`, `80 ms`. */
export function sayRange(range: { readonly min: number; readonly max: number }): string {
  const show = (value: number) => String(Number(value.toPrecision(4)));
  return range.min === range.max ? `${show(range.min)} ms` : `${show(range.min)}–${show(range.max)} ms`;
}
