import type { CSSProperties } from "react";
import type { Track } from "../../../model/track.ts";
import type { WaterfallRow } from "../../../scene/waterfall/waterfall.ts";
import { type ChartItem, isDim, type Lit, rowHeight } from "./chart-item.ts";
import "./waterfall-labels.css";

interface WaterfallLabelsProps {
  readonly items: readonly ChartItem[];
  readonly first: number;
  readonly width: number;
  readonly track: Track;
  readonly open: ReadonlySet<string>;
  readonly lit: Lit;
  readonly onToggle: (key: string) => void;
  readonly onSeek: (step: number, fraction: number) => void;
}

/** The rows' names: a hop opens to its messages, a message leads to its place. */
export function WaterfallLabels(props: WaterfallLabelsProps) {
  const { items, first, width, track, open, lit, onToggle, onSeek } = props;
  return (
    <div className="waterfall-labels" style={{ width }}>
      {items.map((item, i) => {
        const style: CSSProperties = { top: (first + i) * rowHeight, height: rowHeight };
        if (item.kind === "line") {
          return (
            <div key="line" className="waterfall-line" style={style}>
              nobody waits for
            </div>
          );
        }
        const { row } = item;
        const className = `waterfall-label is-${row.kind} is-${row.tone}${isDim(row, lit) ? " is-dim" : ""}`;
        if (row.messages.length > 0) {
          return (
            <button
              key={row.key}
              type="button"
              className={className}
              style={style}
              title={row.label}
              aria-expanded={open.has(row.key)}
              onClick={() => onToggle(row.key)}
            >
              <i className="waterfall-chevron" aria-hidden />
              <span>{row.kind === "back" ? `↩ ${row.label}` : row.label}</span>
            </button>
          );
        }
        const step = findStep(track, row);
        return step === undefined ? (
          <div key={row.key} className={className} style={style} title={row.label}>
            <span>{row.label}</span>
          </div>
        ) : (
          <button
            key={row.key}
            type="button"
            className={className}
            style={style}
            title={row.label}
            onClick={() => onSeek(step, 1)}
          >
            <span>{row.label}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The step at which a message's row is passed; none for what never happened. */
function findStep(track: Track, row: WaterfallRow): number | undefined {
  if (row.index === undefined) return undefined;
  const step = track.steps.findIndex((each) => each.index === row.index);
  return step < 0 ? undefined : step;
}
