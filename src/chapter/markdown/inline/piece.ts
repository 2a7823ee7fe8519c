import type { Parents, PhrasingContent } from "mdast";

/** A part of a line of text, before it is known what it stands in. */
export interface Piece {
  /** Words as they are read; what is left of a run of marks. */
  text: string;
  /** Something whole: code, a break, HTML. */
  readonly node?: PhrasingContent;
  /** How many nodes end here, before its text. */
  closes: number;
  /** Nodes that start here, behind its text, the outermost first. */
  readonly opens: Parents[];
}

export const pieceOf = (text: string, node?: PhrasingContent): Piece =>
  node ? { text, node, closes: 0, opens: [] } : { text, closes: 0, opens: [] };
