import type { TimeAxis } from "./time-axis.ts";
import type { Bar } from "./waterfall.ts";

/** A stretch of a bar. `x` in CSS pixels from the axis's left end. */
export interface BarPiece {
  readonly kind: "solid" | "hatched" | "wait" | "open";
  readonly x0: number;
  readonly x1: number;
}

/** How far an open-ended bar is drawn beyond what is known of it. */
const openLength = 34;
/** What takes no time is still seen. */
const leastWidth = 2;

/**
 * A bar as drawn: solid to the least, hatched to the most, dotted where it only waits, and an open end where nobody
 * states the most. The waiting part takes the place of the bar.
 */
export function layoutBar(bar: Bar, axis: TimeAxis): readonly BarPiece[] {
  const pieces: BarPiece[] = [];
  const add = (kind: BarPiece["kind"], from: number, until: number) => {
    if (until > from) pieces.push({ kind, x0: axis.x(from), x1: axis.x(until) });
  };
  const { at, wait } = bar;
  const least = at + bar.least;
  const most = at + (bar.most ?? bar.least);
  if (wait && wait.until > wait.from) {
    add("solid", at, Math.min(least, wait.from));
    add("wait", wait.from, wait.until);
    add("solid", wait.until, least);
    add("hatched", Math.max(least, wait.until), most);
  } else {
    add("solid", at, least);
    add("hatched", least, most);
  }
  const end = pieces.at(-1)?.x1 ?? axis.x(at);
  if (pieces.length === 0) pieces.push({ kind: "solid", x0: end, x1: end + leastWidth });
  if (bar.most === null) pieces.push({ kind: "open", x0: end, x1: end + openLength });
  return pieces.map((piece) => ({ ...piece, x1: Math.max(piece.x1, piece.x0 + 0.75) }));
}

/** Where a bar's figure stands: behind it or, without room there, before it. */
export function placeFigure(
  pieces: readonly BarPiece[],
  textWidth: number,
  width: number,
): { readonly x: number; readonly anchor: "start" | "end" } {
  const start = pieces[0]?.x0 ?? 0;
  const end = Math.max(0, ...pieces.map((piece) => piece.x1));
  const gap = 8;
  if (end + gap + textWidth <= width || start - gap < textWidth) return { x: end + gap, anchor: "start" };
  return { x: start - gap, anchor: "end" };
}
