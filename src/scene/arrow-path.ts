import type { ArrowHead } from "../model/arrow.ts";
import type { Point } from "./place-message.ts";

/** An end of an arrow: a path, filled or only stroked. */
export interface HeadPath {
  readonly d: string;
  readonly filled: boolean;
}

const length = 8;
const half = 4;

/** How far the line stops before its end, so that it does not show through the head's tip. */
export function headInset(head: ArrowHead): number {
  return head === "filled" || head === "half-top" || head === "half-bottom" ? 6 : 0;
}

/**
 * Draws an arrow's end at `tip`, for a line that comes from `tail`. Half heads have one wing: `top` is the upper one
 * on the page. Undefined for `none`.
 */
export function drawHead(head: ArrowHead, tip: Point, tail: Point): HeadPath | undefined {
  const distance = Math.hypot(tip.x - tail.x, tip.y - tail.y) || 1;
  const ux = (tip.x - tail.x) / distance;
  const uy = (tip.y - tail.y) / distance;
  /** A point `back` before the tip, `out` to the upper side of the page. */
  const at = (back: number, out: number): string => {
    const up = ux >= 0 ? 1 : -1;
    return `${round(tip.x - ux * back + uy * out * up)} ${round(tip.y - uy * back - ux * out * up)}`;
  };
  switch (head) {
    case "none":
      return undefined;
    case "filled":
      return { d: `M${at(0, 0)}L${at(length, half)}L${at(length, -half)}Z`, filled: true };
    case "half-top":
      return { d: `M${at(0, 0)}L${at(length, half)}L${at(length, 0)}Z`, filled: true };
    case "half-bottom":
      return { d: `M${at(0, 0)}L${at(length, -half)}L${at(length, 0)}Z`, filled: true };
    case "open":
      return { d: `M${at(length, half)}L${at(0, 0)}L${at(length, -half)}`, filled: false };
    case "stick-top":
      return { d: `M${at(length, half)}L${at(0, 0)}`, filled: false };
    case "stick-bottom":
      return { d: `M${at(length, -half)}L${at(0, 0)}`, filled: false };
    case "cross":
      return { d: `M${at(9, half)}L${at(1, -half)}M${at(9, -half)}L${at(1, half)}`, filled: false };
  }
}

/** The cross that marks where a message broke. */
export function drawBreak(at: Point): string {
  const { x, y } = at;
  return `M${round(x - 5)} ${round(y - 5)}L${round(x + 5)} ${round(y + 5)}M${round(x + 5)} ${round(y - 5)}L${round(x - 5)} ${round(y + 5)}`;
}

/** A line from one point to another, with a zigzag in its middle where it is shorter than its time. */
export function drawLine(from: Point, to: Point, cut: boolean): string {
  if (!cut) return `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / distance;
  const uy = (to.y - from.y) / distance;
  const at = (along: number, out: number) =>
    `L${round(middle.x + ux * along - uy * out)} ${round(middle.y + uy * along + ux * out)}`;
  return `M${round(from.x)} ${round(from.y)}${at(-9, 0)}${at(-5, 5)}${at(0, -5)}${at(5, 5)}${at(9, 0)}L${round(to.x)} ${round(to.y)}`;
}

/** The point a share of the way from one point to another. */
export function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
