import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { Distribution } from "../model/distribution.ts";
import type { Latency } from "../model/latency.ts";
import type { Duration } from "../model/time.ts";
import { formatTime } from "./format-time.ts";

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
  readonly stated?: { readonly x0: number; readonly x1: number };
  /** Where the client's timeout stands, when it is on the axis. */
  readonly timeout?: number;
}

/**
 * How often a run takes how long, as bars: x is time in CSS px over `width`, heights are CSS px of `height`. The axis
 * holds all samples and the stated total; a timeout beyond it is not drawn.
 */
export function layoutHistogram(
  distribution: Distribution,
  size: { readonly width: number; readonly height: number },
  stated?: Latency,
  timeout?: Duration,
): Histogram {
  const { sorted, bins } = distribution;
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? least;
  const low = Math.min(least, stated?.min ?? least);
  const high = Math.max(most, stated?.max ?? most);
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
    ticks: x.ticks(Math.max(2, Math.min(9, size.width / 80))).map((at) => ({ x: x(at), text: formatTime(at) })),
    ...(stated ? { stated: { x0: x(stated.min), x1: x(stated.max) } } : {}),
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
