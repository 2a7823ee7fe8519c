import { line } from "d3-shape";
import { memo } from "react";
import { type BarPiece, layoutBar, placeFigure } from "../../../scene/waterfall/layout-bar.ts";
import { getPart } from "../../../scene/waterfall/show-critical.ts";
import type { TimeAxis } from "../../../scene/waterfall/time-axis.ts";
import type { RowTone, WaterfallRow } from "../../../scene/waterfall/waterfall.ts";
import { type ChartItem, isDim, type Lit, rowHeight } from "./chart-item.ts";
import "./waterfall-bars.css";

/** A row's bar, laid out, and how it looks. */
interface DrawnBar {
  readonly row: WaterfallRow;
  /** The row's upper edge, px. */
  readonly y: number;
  readonly pieces: readonly BarPiece[];
  readonly decides: boolean;
  readonly className: string;
}

interface Plot {
  readonly bars: readonly DrawnBar[];
  readonly axis: TimeAxis;
  readonly width: number;
  readonly height: number;
}

/** A plot and the id that its hatchings begin with. */
type HatchedPlot = Plot & { readonly hatch: string };

const tones: readonly RowTone[] = ["travels", "slow", "failed", "quiet"];
/** A zigzag down the plot, where the scale is broken. */
const zigzag = line<readonly [number, number]>();

/** The bars of some items; `first` is the first one's place among all. */
export function layoutBars(
  items: readonly ChartItem[],
  first: number,
  axis: TimeAxis,
  lit: Lit,
  spare: ReadonlySet<number>,
): readonly DrawnBar[] {
  return items.flatMap((item, i): DrawnBar[] => {
    if (item.kind !== "row") return [];
    const { row } = item;
    const part = getPart(row, spare);
    const className = `waterfall-bar is-${row.tone}${part === "spare" ? " is-spare" : ""}${isDim(row, lit) ? " is-dim" : ""}`;
    const pieces = row.bar ? layoutBar(row.bar, axis) : [];
    return [{ row, y: (first + i) * rowHeight, pieces, decides: part === "decides", className }];
  });
}

/** What lies under the past: gridlines, breaks, and every bar as a ghost. */
export const WaterfallGround = memo(function WaterfallGround({ bars, axis, width, height, hatch }: HatchedPlot) {
  return (
    <svg width={width} height={height} aria-hidden>
      <defs>
        {tones.map((tone) => (
          <pattern
            key={tone}
            id={`${hatch}-${tone}`}
            className={`waterfall-hatch is-${tone}`}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={5} height={5} />
            <line x1={0} x2={0} y2={5} />
          </pattern>
        ))}
      </defs>
      {axis.breaks.map(({ x0, x1 }) => (
        <rect key={x0} className="waterfall-break" x={x0} width={x1 - x0} height={height} />
      ))}
      <g className="waterfall-grid">
        {axis.ticks.map((tick) => (
          <line key={tick.at} x1={axis.x(tick.at)} x2={axis.x(tick.at)} y2={height} />
        ))}
      </g>
      <g className="waterfall-ghosts">
        <Bars bars={bars} hatch={hatch} />
      </g>
    </svg>
  );
});

/** Every bar in full: seen up to the playhead. */
export const WaterfallPast = memo(function WaterfallPast({ bars, width, height, hatch }: HatchedPlot) {
  return (
    <svg width={width} height={height} aria-hidden>
      <Bars bars={bars} hatch={hatch} />
    </svg>
  );
});

/** What stands over the bars, past or not: where the scale is broken, what decides, what is stated, the figures. */
export const WaterfallFigures = memo(function WaterfallFigures({ bars, axis, width, height }: Plot) {
  return (
    <svg width={width} height={height} aria-hidden>
      {axis.breaks.flatMap(({ x0, x1 }) =>
        [x0, x1].map((x) => <path key={x} className="waterfall-zigzag" d={zigzag(zigzagPoints(x, height)) ?? ""} />),
      )}
      {bars.map(({ row, y, pieces, decides, className }) => (
        <g key={row.key} className={className}>
          {decides && <Decides pieces={pieces} y={y} />}
          {row.stated && row.bar && row.tone !== "failed" && <Stated row={row} y={y} axis={axis} />}
          <Figure row={row} y={y} pieces={pieces} width={width} />
        </g>
      ))}
    </svg>
  );
});

function Bars({ bars, hatch }: { readonly bars: readonly DrawnBar[]; readonly hatch: string }) {
  return bars.map(({ row, y, pieces, className }) => (
    <g key={row.key} className={className}>
      <Pieces pieces={pieces} row={row} y={y} hatch={hatch} />
    </g>
  ));
}

function Pieces(props: {
  readonly pieces: readonly BarPiece[];
  readonly row: WaterfallRow;
  readonly y: number;
  readonly hatch: string;
}) {
  const { pieces, row, y, hatch } = props;
  const high = row.kind === "message" ? 7 : 11;
  const mid = y + rowHeight / 2;
  const end = pieces.findLast((piece) => piece.kind === "solid" || piece.kind === "wait")?.x1;
  return (
    <>
      {pieces.map((piece) => (
        <Piece
          key={`${piece.kind}-${piece.x0}`}
          piece={piece}
          top={y + (rowHeight - high) / 2}
          high={high}
          fill={`url(#${hatch}-${row.tone})`}
        />
      ))}
      {row.tone === "failed" && row.kind !== "back" && end !== undefined && row.note !== "not in the chapter" && (
        <path className="waterfall-cross" d={`M${end - 4} ${mid - 4}l8 8m0-8l-8 8`} />
      )}
    </>
  );
}

function Piece(props: {
  readonly piece: BarPiece;
  readonly top: number;
  readonly high: number;
  readonly fill: string;
}) {
  const { piece, top, high, fill } = props;
  const { x0, x1 } = piece;
  const mid = top + high / 2;
  switch (piece.kind) {
    case "solid":
      return <rect className="waterfall-solid" x={x0} y={top} width={x1 - x0} height={high} rx={2} />;
    case "hatched":
      return <rect fill={fill} x={x0} y={top} width={x1 - x0} height={high} rx={2} />;
    case "wait":
      return <line className="waterfall-wait" x1={x0 + 2} x2={x1 - 2} y1={mid} y2={mid} />;
    case "open":
      return <path className="waterfall-open" d={`M${x0 + 4} ${mid}H${x1 - 2}m-4-3.5l4 3.5l-4 3.5`} />;
  }
}

/** A line over the bars that the answer waits for, where others run beside them. */
function Decides({ pieces, y }: { readonly pieces: readonly BarPiece[]; readonly y: number }) {
  const x0 = pieces[0]?.x0 ?? 0;
  return <path className="waterfall-decides" d={`M${x0} ${y + 3.5}H${Math.max(x0, ...pieces.map(({ x1 }) => x1))}`} />;
}

/** What the budget states for the hop: a bracket under the bar, from its least to its most. */
function Stated({ row, y, axis }: { readonly row: WaterfallRow; readonly y: number; readonly axis: TimeAxis }) {
  if (!row.stated || !row.bar || row.stated.max === null) return null;
  const x0 = axis.x(row.bar.at + row.stated.min);
  const x1 = axis.x(row.bar.at + row.stated.max);
  return <path className="waterfall-stated" d={`M${x0} ${y + 18.5}v2.5H${x1}v-2.5`} />;
}

function Figure(props: {
  readonly row: WaterfallRow;
  readonly y: number;
  readonly pieces: readonly BarPiece[];
  readonly width: number;
}) {
  const { row, y, pieces, width } = props;
  const text = [row.figure, row.note].filter(Boolean).join(" · ");
  if (text === "") return null;
  // 6.1 px a letter at 11 px is on the safe side; measuring would need the document.
  const letter = 6.1;
  const whole = placeFigure(pieces, text.length * letter, width);
  // A note that would be cut off is left to the row's colour and to the table.
  const cut = row.figure !== "" && whole.anchor === "start" && whole.x + text.length * letter > width;
  const { x, anchor } = cut ? placeFigure(pieces, row.figure.length * letter, width) : whole;
  return (
    <text className="waterfall-figure" x={x} y={y + rowHeight / 2 + 4} textAnchor={anchor}>
      {row.figure}
      {row.note && !cut && (
        <tspan className="waterfall-note">
          {row.figure === "" ? "" : " · "}
          {row.note}
        </tspan>
      )}
    </text>
  );
}

function zigzagPoints(x: number, height: number): [number, number][] {
  return Array.from({ length: Math.ceil(height / 6) + 1 }, (_, i) => [x + (i % 2 === 0 ? -2 : 2), i * 6]);
}
