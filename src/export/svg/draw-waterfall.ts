import { type BarPiece, layoutBar, placeFigure } from "../../scene/waterfall/layout-bar.ts";
import { makeTimeAxis } from "../../scene/waterfall/time-axis.ts";
import type { Waterfall, WaterfallRow } from "../../scene/waterfall/waterfall.ts";
import { drawText, measurePicture } from "./draw-text.ts";
import { mix, type Palette } from "./palette.ts";
import { type Piece, piece } from "./piece.ts";
import { element } from "./svg-element.ts";

const rowHeight = 24;
const axisHeight = 30;
const side = 16;
const figureRoom = 72;

export interface DrawnWaterfall {
  readonly pieces: readonly Piece[];
  readonly height: number;
}

/** A row per hop on a shared time axis: solid to the least, hatched to the most, from y = 0 down. */
export function drawWaterfall(waterfall: Waterfall, width: number, palette: Palette): DrawnWaterfall {
  const rows = [...waterfall.rows, ...waterfall.asides];
  const widest = Math.max(80, ...rows.map(({ label }) => measurePicture(label, "label")));
  const labels = Math.min(widest, width * 0.32, 300);
  const left = side + labels + 16;
  const room = Math.max(120, width - left - side);
  // A bar that fills the axis still has its figure behind it.
  const axis = makeTimeAxis(waterfall, room - figureRoom);
  const bottom = axisHeight + rows.length * rowHeight + 6;
  const grid = axis.ticks.map(({ at, text }) => {
    const x = left + axis.x(at);
    return piece(
      element("path", { d: `M${x} ${axisHeight - 6}V${bottom}`, stroke: palette.hairline }) +
        drawText(text, { x, y: axisHeight - 11, size: 11, fill: palette.muted, anchor: at === 0 ? "start" : "middle" }),
      0,
      bottom,
    );
  });
  const breaks = axis.breaks.map(({ x0, x1 }) => {
    const x = left + (x0 + x1) / 2;
    const d = `M${x - 5} ${axisHeight - 2}l4 -9m2 9l4 -9`;
    return piece(element("path", { d, fill: "none", stroke: palette.warn, "stroke-width": 1.5 }), 0, axisHeight);
  });
  const drawn = rows.map((row, at) => {
    const y = axisHeight + at * rowHeight;
    const pieces = row.bar === undefined ? [] : layoutBar(row.bar, axis);
    const words = [row.figure, row.note].filter(Boolean).join(" · ");
    const place = placeFigure(pieces, measurePicture(words, "small"), room);
    const quiet = row.tone === "quiet";
    const colors = { travels: palette.accent, slow: palette.warn, failed: palette.bad, quiet: palette.muted };
    const label = drawText(row.label, {
      x: side,
      y: y + 16,
      fill: quiet ? palette.muted : row.tone === "failed" ? palette.bad : palette.ink,
      room: labels,
    });
    const figure = drawText(words, {
      x: left + (pieces.length === 0 ? 0 : place.x),
      y: y + 16,
      size: 11,
      fill: row.tone === "failed" ? palette.bad : palette.muted,
      anchor: pieces.length === 0 ? "start" : place.anchor,
    });
    const bar = pieces.map((part) => drawPart(part, left, y + 6, colors[row.tone], palette)).join("");
    return piece(label + bar + figure, y, y + rowHeight);
  });
  return { pieces: [...grid, ...breaks, ...drawn], height: bottom + 10 };
}

function drawPart(part: BarPiece, left: number, y: number, color: string, palette: Palette): string {
  const x0 = left + part.x0;
  const x1 = left + part.x1;
  const height = 12;
  switch (part.kind) {
    case "solid":
      return element("rect", { x: x0, y, width: x1 - x0, height, rx: Math.min(2, (x1 - x0) / 2), fill: color });
    case "hatched":
      return (
        element("rect", { x: x0, y, width: x1 - x0, height, fill: mix(color, palette.surface, 0.2) }) +
        element("path", { d: hatch(x0, x1, y, height), stroke: color, "stroke-width": 1.2, fill: "none" })
      );
    case "wait":
      return element("path", {
        d: `M${x0} ${y + height / 2}H${x1}`,
        stroke: color,
        "stroke-width": 3,
        "stroke-dasharray": "3 3",
      });
    case "open":
      return element("path", {
        d: `M${x0} ${y + height / 2}H${x1 - 3}m-5 -4l5 4l-5 4`,
        fill: "none",
        stroke: color,
        "stroke-width": 1.3,
        "stroke-dasharray": "4 3",
      });
  }
}

/** Diagonal strokes cut off at the bar's ends: not every program draws patterns. */
function hatch(x0: number, x1: number, y: number, height: number): string {
  let d = "";
  for (let x = x0 - height + 2; x < x1; x += 5) {
    const from = Math.max(x, x0);
    const until = Math.min(x + height, x1);
    if (until > from)
      d += `M${Math.round(from * 10) / 10} ${Math.round((y + height - (from - x)) * 10) / 10}L${Math.round(until * 10) / 10} ${Math.round((y + height - (until - x)) * 10) / 10}`;
  }
  return d;
}

/** For callers that only want rows of a kind. */
export function onlyHop(waterfall: Waterfall, hop: number): Waterfall {
  const keep = (row: WaterfallRow) => row.hop === hop;
  return { ...waterfall, rows: waterfall.rows.filter(keep), asides: waterfall.asides.filter(keep) };
}
