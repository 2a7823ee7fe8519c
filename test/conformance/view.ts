/**
 * What a diagram comes to, as lines that a person can read: the form in which Mermaid's reading and ours are compared.
 */
export interface View {
  /** `id (shape, box 0) "label"`, in order. */
  readonly participants: readonly string[];
  /** `color "title"`. */
  readonly boxes: readonly string[];
  /** Messages, notes, block and activation lines, in the order of the text. */
  readonly lines: readonly string[];
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
}

/** A verdict on one text; `line` counts in the text that Mermaid got to parse. */
export type Judged = { readonly view: View } | { readonly error: string; readonly line?: number };
