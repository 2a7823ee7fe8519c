import type { Code, Html, Paragraph, Table } from "mdast";
import type { HtmlEnd } from "./html-start.ts";
import type { ProseLine } from "./paragraph.ts";

/** The block at the end, to which the next line may belong. */
export type Leaf =
  | { readonly kind: "paragraph"; readonly node: Paragraph; readonly lines: ProseLine[]; lazy: boolean }
  | {
      readonly kind: "fence";
      readonly node: Code;
      readonly mark: string;
      readonly indent: number;
      readonly lines: string[];
    }
  | { readonly kind: "indented"; readonly node: Code; readonly lines: string[]; blanks: string[] }
  | { readonly kind: "html"; readonly node: Html; readonly lines: string[]; readonly ends: HtmlEnd }
  | { readonly kind: "table"; readonly node: Table };
