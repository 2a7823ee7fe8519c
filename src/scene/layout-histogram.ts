import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { Interval } from "../lib/interval.ts";
import { printDuration } from "../lib/print-duration.ts";
import type { Distribution } from "../model/distribution.ts";
import type { Budget } from "../model/scenario.ts";
import type { Duration } from "../model/time.ts";
import { sayInterval } from "./say-interval.ts";

/** A total that the chapter gives, to be held against the samples. */
export interface StatedSpan {
  readonly min: Duration;
  readonly max: Duration;
  readonly text: string;
}

/** A vertical line through the histogram. */
export interface HistogramMark {
  readonly label: "least" | "p50" | "p95" | "p99" | "most";
  readonly at: Duration;
  readonly x: number;
  /** 0 is the top line of labels; marks too near their neighbour go one lower. */
  readonly line: number;
}

export interface Histogram {
  readonly x: ScaleLinear<number, number>;
  readonly bins: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
    readonly over: boolean;
  }[];
  readonly marks: readonly HistogramMark[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** The stated total, then what the budget's rows add up to; those that are given. */
  readonly spans: readonly { readonly x0: number; readonly x1: number; readonly text: string }[];
  /** Where the client's timeout stands, when it is on the axis. */
  readonly timeout?: number;
}

/**
 * The total that a chapter states, and what the budget's legs add up to without a failure: two claims about a healthy
 * request, each named for what it is. A sum without an upper end is not drawn.
 */
export function listStated(budget: Budget | undefined, healthy: Interval): readonly StatedSpan[] {
  if (budget === undefined) return [];
  const { stated, rows } = budget;
  const { min, max } = healthy;
  return [
    ...(stated ? [{ min: stated.min, max: stated.max, text: `${stated.text} stated by the chapter` }] : []),
    ...(rows.length > 0 && max ? [{ min, max, text: `${sayInterval({ min, max })} from the budget's legs` }] : []),
  ];
}

/**
 * How often a run takes how long, as bars: x is time in CSS px over `width`, heights are CSS px of `height`. The axis
 * holds all samples and the stated total; a timeout beyond it is not drawn.
 */
export function layoutHistogram(
  distribution: Distribution,
  size: { readonly width: number; readonly height: number },
  stated: readonly StatedSpan[] = [],
  timeout?: Duration,
): Histogram {
  const { sorted, bins } = distribution;
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? least;
  const low = Math.min(least, ...stated.map(({ min }) => min));
  const high = Math.max(most, ...stated.map(({ max }) => max));
  const pad = Math.max((high - low) * 0.03, 0.5);
  const x = scaleLinear([Math.max(0, low - pad), high + pad], [0, size.width]);
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  const all = [
    { label: "least", at: least },
    { label: "p50", at: distribution.p50 },
    { label: "p95", at: distribution.p95 },
    { label: "p99", at: distribution.p99 },
    { label: "most", at: most },
  ] as const;
  const onAxis = timeout !== undefined && timeout >= (x.domain()[0] ?? 0) && timeout <= (x.domain()[1] ?? 0);
  return {
    x,
    bins: bins.map((bin) => ({
      x: x(bin.from),
      width: Math.max(1, x(bin.until) - x(bin.from) - 1),
      height: (bin.count / highest) * size.height,
      over: timeout !== undefined && bin.from >= timeout,
    })),
    marks: stackMarks(all.map((mark) => ({ ...mark, x: x(mark.at) }))),
    ticks: x.ticks(Math.max(2, Math.min(9, size.width / 80))).map((at) => ({ x: x(at), text: printDuration(at) })),
    spans: stated.map(({ min, max, text }) => ({ x0: x(min), x1: x(max), text })),
    ...(onAxis ? { timeout: x(timeout) } : {}),
  };
}

/** Labels are about 76 px wide: each goes to the first line on which it is free. */
function stackMarks(marks: readonly Omit<HistogramMark, "line">[]): HistogramMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    let line = ends.findIndex((end) => mark.x - 38 >= end);
    if (line < 0) line = ends.length;
    ends[line] = mark.x + 38;
    return { ...mark, line };
  });
}
