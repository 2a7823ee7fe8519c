/** A part of a drawing, and how far it reaches: nothing of it stands above `y0` or below `y1`, px. */
export interface Piece {
  readonly y0: number;
  readonly y1: number;
  readonly text: string;
}

/** Lines are drawn about their middle, px to either side. */
const stroke = 4;

/** A part that reaches from `y0` to `y1`, its strokes apart; `everywhere` unless said. */
export function piece(text: string, y0 = Number.NEGATIVE_INFINITY, y1 = Number.POSITIVE_INFINITY): Piece {
  return { y0: y0 - stroke, y1: y1 + stroke, text };
}
