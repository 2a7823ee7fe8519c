import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import type { Distribution } from "../../../model/distribution.ts";
import { layoutHistogram, type StatedSpan } from "../../../scene/layout-histogram.ts";

interface DistributionPlotProps {
  readonly distribution: Distribution;
  /** Of the run before; a new one is being sampled. */
  readonly stale: boolean;
  readonly stated: readonly StatedSpan[];
  readonly timeout?: number;
}

const barsHeight = 92;
const lineHeight = 14;
/** A bracket below the axis with its words. */
const spanHeight = 20;

/** The histogram with its percentiles, the stated totals and the client's timeout. */
export function DistributionPlot({ distribution, stale, stated, timeout }: DistributionPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const target = box.current;
    if (!target) return;
    const read = () => setWidth(Math.max(200, target.clientWidth));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  const histogram = useMemo(
    () => layoutHistogram(distribution, { width, height: barsHeight }, stated, timeout),
    [distribution, width, stated, timeout],
  );
  const lines = 1 + Math.max(...histogram.marks.map((mark) => mark.line));
  const top = lines * lineHeight + 4;
  const base = top + barsHeight;
  const { p50, p95, p99 } = distribution;
  const label = `Histogram of the total: half the runs take less than ${printDuration(p50)}, 95 % less than ${printDuration(p95)}, 99 % less than ${printDuration(p99)}`;
  return (
    <div ref={box} className={stale ? "distribution-plot is-stale" : "distribution-plot"}>
      <svg width={width} height={base + 18 + histogram.spans.length * spanHeight} role="img" aria-label={label}>
        {histogram.bins.map((bin) => (
          <rect
            key={bin.x}
            className={bin.over ? "distribution-bin is-over" : "distribution-bin"}
            x={bin.x}
            y={base - bin.height}
            width={bin.width}
            height={bin.height}
          />
        ))}
        <line className="distribution-base" x2={width} y1={base + 0.5} y2={base + 0.5} />
        {histogram.marks.map((mark) => {
          const y = mark.line * lineHeight + 10;
          const anchor = mark.x < 40 ? "start" : mark.x > width - 40 ? "end" : "middle";
          return (
            <g key={mark.label} className="distribution-mark">
              <line x1={mark.x} x2={mark.x} y1={y + 3} y2={base} />
              <text x={mark.x} y={y} textAnchor={anchor}>
                {mark.label} <tspan>{printDuration(mark.at)}</tspan>
              </text>
            </g>
          );
        })}
        {histogram.timeout !== undefined && (
          <g className="distribution-limit">
            <line x1={histogram.timeout} x2={histogram.timeout} y1={top - 4} y2={base} />
            <text x={histogram.timeout + 4} y={top + 8}>
              timeout
            </text>
          </g>
        )}
        {histogram.ticks.map((tick) => (
          <text key={tick.text} className="distribution-tick" x={tick.x} y={base + 13} textAnchor="middle">
            {tick.text}
          </text>
        ))}
        {histogram.spans.map(({ x0, x1, text }, at) => {
          const y = base + 18 + at * spanHeight;
          return (
            <g key={text} className="distribution-stated">
              <path d={`M${x0} ${y}v4H${x1}v-4`} />
              <text x={(x0 + x1) / 2} y={y + 15} textAnchor="middle">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
