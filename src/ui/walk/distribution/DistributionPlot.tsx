import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Distribution } from "../../../model/distribution.ts";
import type { Latency } from "../../../model/latency.ts";
import { formatTime } from "../../../scene/format-time.ts";
import { layoutHistogram } from "../../../scene/layout-histogram.ts";

interface DistributionPlotProps {
  readonly distribution: Distribution;
  /** Of the run before; a new one is being sampled. */
  readonly stale: boolean;
  readonly stated?: Latency;
  readonly timeout?: number;
}

const barsHeight = 92;
const lineHeight = 14;

/** The histogram with its percentiles, the stated total and the client's timeout. */
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
  const label = `Histogram of the total: half the runs take less than ${formatTime(p50)}, 95 % less than ${formatTime(p95)}, 99 % less than ${formatTime(p99)}`;
  return (
    <div ref={box} className={stale ? "distribution-plot is-stale" : "distribution-plot"}>
      <svg width={width} height={base + 34} role="img" aria-label={label}>
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
                {mark.label} <tspan>{formatTime(mark.at)}</tspan>
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
        {histogram.stated && stated && (
          <g className="distribution-stated">
            <path d={`M${histogram.stated.x0} ${base + 18}v4H${histogram.stated.x1}v-4`} />
            <text x={(histogram.stated.x0 + histogram.stated.x1) / 2} y={base + 33} textAnchor="middle">
              {stated.text} stated by the chapter
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}
