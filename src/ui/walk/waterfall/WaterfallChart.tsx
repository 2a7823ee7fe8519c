import { type PointerEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Latency } from "../../../model/latency.ts";
import type { PlayheadSource } from "../../../model/playhead.ts";
import type { Track } from "../../../model/track.ts";
import { makeTimeAxis } from "../../../scene/waterfall/time-axis.ts";
import type { Waterfall } from "../../../scene/waterfall/waterfall.ts";
import { type Lit, listItems, rowHeight } from "./chart-item.ts";
import { placeOnAxis, playheadOnAxis } from "./chart-place.ts";
import { useSize } from "./use-size.ts";
import { axisHeight, WaterfallAxis } from "./WaterfallAxis.tsx";
import { layoutBars, WaterfallFigures, WaterfallGround, WaterfallPast } from "./WaterfallBars.tsx";
import { WaterfallLabels } from "./WaterfallLabels.tsx";
import "./waterfall-chart.css";

interface WaterfallChartProps {
  readonly waterfall: Waterfall;
  /** The chapter's stated total. */
  readonly stated?: Latency;
  readonly track: Track;
  readonly playhead: PlayheadSource;
  readonly open: ReadonlySet<string>;
  readonly lit: Lit;
  /** Messages that delay nothing, by index. */
  readonly spare: ReadonlySet<number>;
  readonly onToggle: (key: string) => void;
  readonly onSeek: (step: number, fraction: number) => void;
}

/** Rows kept beyond what is seen, so that a quick scroll finds them drawn. */
const overscan = 6;

/** Rows on a time axis, only those in view in the document. The playhead moves the line and the window on the past. */
export function WaterfallChart(props: WaterfallChartProps) {
  const { waterfall, stated, track, playhead, open, lit, spare, onToggle, onSeek } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const knob = useRef<HTMLDivElement>(null);
  const past = useRef<HTMLDivElement>(null);
  const bars = useRef<HTMLDivElement>(null);
  const hatch = useId();
  const { width, height } = useSize(scroller);
  const [top, setTop] = useState(0);

  const items = useMemo(() => listItems(waterfall, open), [waterfall, open]);
  const labelWidth = width < 560 ? Math.round(width * 0.36) : Math.min(248, Math.round(width * 0.24));
  const plotWidth = Math.max(80, width - labelWidth - 20);
  // Room for the figure of the last bar.
  const axis = useMemo(
    () => makeTimeAxis(waterfall, Math.max(60, plotWidth - Math.min(110, plotWidth * 0.28))),
    [waterfall, plotWidth],
  );
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(items.length, Math.ceil((top + Math.max(height, 200)) / rowHeight) + overscan);
  const seen = useMemo(() => items.slice(first, last), [items, first, last]);
  const laid = useMemo(() => layoutBars(seen, first, axis, lit, spare), [seen, first, axis, lit, spare]);

  useEffect(() => {
    const end = waterfall.untimed ? track.steps.length : (track.steps.at(-1)?.until ?? 0);
    const write = () => {
      const at = placeOnAxis(waterfall, track, playhead.get());
      const x = axis.x(at);
      // When everything has happened, what could have happened later is not ahead any more.
      const ahead = at >= end && end > 0 ? 0 : plotWidth - x;
      shift(line.current, x);
      shift(knob.current, x);
      // A window as wide as the plot, drawn back from what is ahead; the bars in it stay where they are.
      shift(past.current, -ahead);
      shift(bars.current, ahead);
    };
    write();
    return playhead.subscribe(write);
  }, [playhead, waterfall, track, axis, plotWidth]);

  const seek = (event: PointerEvent<Element>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const at = playheadOnAxis(waterfall, track, axis.x.invert(x));
    onSeek(at.step, at.fraction);
  };
  const drag = {
    onPointerDown: (event: PointerEvent<Element>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      seek(event);
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
    },
  };
  const bodyHeight = items.length * rowHeight + 6;
  const plot = { bars: laid, axis, width: plotWidth, height: bodyHeight };

  return (
    <div
      ref={scroller}
      className="waterfall-chart"
      onScroll={(event) => {
        // In steps of several rows, so that most scroll events render nothing.
        const at = Math.floor(event.currentTarget.scrollTop / (rowHeight * 6)) * rowHeight * 6;
        if (at !== top) setTop(at);
      }}
    >
      <div className="waterfall-head" style={{ paddingLeft: labelWidth }}>
        <svg width={plotWidth} height={axisHeight} aria-hidden {...drag}>
          <WaterfallAxis axis={axis} untimed={waterfall.untimed === true} {...(stated ? { stated } : {})} />
        </svg>
        <div ref={knob} className="waterfall-knob" style={{ left: labelWidth }} />
      </div>
      <div className="waterfall-body" style={{ height: bodyHeight }}>
        <WaterfallLabels
          items={seen}
          first={first}
          width={labelWidth}
          track={track}
          open={open}
          lit={lit}
          onToggle={onToggle}
          onSeek={onSeek}
        />
        <div className="waterfall-plot" style={{ left: labelWidth, width: plotWidth, height: bodyHeight }} {...drag}>
          <WaterfallGround {...plot} hatch={hatch} />
          <div ref={past} className="waterfall-past">
            <div ref={bars} className="waterfall-past-bars">
              <WaterfallPast {...plot} hatch={hatch} />
            </div>
          </div>
          <WaterfallFigures {...plot} />
          <div ref={line} className="waterfall-playhead" />
        </div>
      </div>
    </div>
  );
}

/** Nothing is painted for it: only where the browser puts the layer changes. */
function shift(element: HTMLElement | null, x: number): void {
  if (element) element.style.transform = `translateX(${x}px)`;
}
