import { middle } from "../lib/interval.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";

/*
 *   t ──►            the ladder: down the page is drawn time
 *   0 ms  A ─┐  B
 *            └──►    a message leaves at its drawn start and arrives at its drawn end:
 *  35 ms        │    its slope is its latency
 *
 * Texts need room of their own, so the axis consists of pieces: `true` ones keep the scale, in `still` ones time stands
 * still (a text, a heading), `cut` ones are shorter than they should be and are drawn broken.
 */

/** A stretch of the time axis. y in CSS pixels, t in milliseconds of drawn time. */
export interface AxisPiece {
  readonly kind: "true" | "still" | "cut";
  readonly y0: number;
  readonly y1: number;
  readonly t0: number;
  readonly t1: number;
}

export interface TimeScale {
  /** Pixels per millisecond of drawn time. */
  readonly pixels: number;
}

/** A piece higher than this is cut… */
const highestTrue = 420;
/** …to this. */
const cutHeight = 120;

/**
 * Chooses the scale: the longest message is about 170 pixels high, less when there are so many long ones that the
 * ladder would be several times as high as its texts. Waits (timeouts) do not count: they are cut.
 */
export function chooseScale(trace: Trace): TimeScale {
  let longest = 0;
  let total = 0;
  for (const traced of trace.messages) {
    const duration = travelTime(traced);
    longest = Math.max(longest, duration);
    total += duration;
  }
  if (longest === 0) return { pixels: 0 };
  const room = Math.max(700, trace.messages.length * 30);
  return { pixels: Math.min(170 / longest, room / total) };
}

/** A message's drawn time under way, its wait for a timeout apart. */
export function travelTime(traced: TracedMessage): number {
  return Math.max(0, traced.drawn.end - traced.drawn.start - waitTime(traced));
}

/** The drawn part of its time in which the caller only waits. */
export function waitTime(traced: TracedMessage): number {
  if (!traced.wait) return 0;
  return Math.min(middle(traced.wait), Math.max(0, traced.drawn.end - traced.drawn.start));
}

/** How high a duration is drawn, and whether it had to be cut. */
export function drawDuration(duration: number, scale: TimeScale): { height: number; cut: boolean } {
  const height = duration * scale.pixels;
  return height > highestTrue ? { height: cutHeight, cut: true } : { height: Math.round(height), cut: false };
}

/** Collects the axis from top to bottom, neighbours of one kind joined. */
export class AxisWriter {
  readonly pieces: AxisPiece[] = [];
  private time = 0;

  still(y0: number, y1: number): void {
    if (y1 <= y0) return;
    const last = this.pieces.at(-1);
    if (last?.kind === "still" && last.t1 === this.time && last.y1 === y0)
      this.pieces[this.pieces.length - 1] = { ...last, y1 };
    else this.pieces.push({ kind: "still", y0, y1, t0: this.time, t1: this.time });
  }

  passes(y0: number, y1: number, t0: number, t1: number, cut: boolean): void {
    this.time = t1;
    if (y1 > y0) this.pieces.push({ kind: cut ? "cut" : "true", y0, y1, t0, t1 });
  }

  jump(t: number): void {
    this.time = t;
  }
}

/** A mark on the ruler; without `text` it is a tick between two figures. */
export interface RulerMark {
  readonly y: number;
  readonly t: number;
  readonly labelled: boolean;
}

/** Where figures and ticks stand: at the ends of true pieces, and at round times within high ones. O(pieces). */
export function markRuler(pieces: readonly AxisPiece[]): readonly RulerMark[] {
  const marks: RulerMark[] = [];
  let lastY = Number.NEGATIVE_INFINITY;
  let lastT = Number.NaN;
  const label = (y: number, t: number) => {
    const fits = y - lastY >= 18 && (t !== lastT || y - lastY >= 60);
    if (fits) {
      lastY = y;
      lastT = t;
    }
    marks.push({ y, t, labelled: fits });
  };
  for (const piece of pieces) {
    if (piece.kind === "still") continue;
    label(piece.y0, piece.t0);
    const high = piece.y1 - piece.y0;
    if (piece.kind === "true" && high >= 60) {
      const step = roundStep(((piece.t1 - piece.t0) * 30) / high);
      for (let t = Math.ceil((piece.t0 + step * 0.3) / step) * step; t < piece.t1 - step * 0.3; t += step)
        label(piece.y0 + ((t - piece.t0) / (piece.t1 - piece.t0)) * high, t);
    }
    label(piece.y1, piece.t1);
  }
  return marks;
}

/** The next of 1, 2, 5 × 10ⁿ. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const rest = raw / power;
  return (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
}
