export type ArrowHead =
  | "none"
  | "filled"
  | "cross"
  | "open"
  | "half-top"
  | "half-bottom"
  | "stick-top"
  | "stick-bottom";

/** A message's arrow, as drawn. */
export interface Arrow {
  /** As Mermaid writes it, such as `->>` or `--x`, without activation signs and central connections. */
  readonly token: string;
  readonly line: "solid" | "dotted";
  /** At the receiver. */
  readonly head: ArrowHead;
  /** At the sender: `none` but for two-way and reversed arrows. */
  readonly tail: ArrowHead;
  /** A circle on the lifeline (Mermaid's central connection, `()`). */
  readonly centralFrom: boolean;
  readonly centralTo: boolean;
}
