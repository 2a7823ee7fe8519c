import type { RootContent } from "mdast";
import { textOf } from "../../model/text-of.ts";
import { findLatencies } from "../latency/find-latencies.ts";
import { spanOf } from "../markdown/sections.ts";
import type { BudgetColumns } from "./classify-table.ts";
import type { Row, WordTable } from "./read-table.ts";

/** The columns of a list that is read as a table of latencies. */
export const legColumns: BudgetColumns = { kind: "budget", label: 0, latency: 1, unit: "" };

/** `App → API: 10–20 ms`: a leg by its ends, and how long it takes. */
const leg = /^(.{1,80}?(?:→|[-=]>).{1,80}?)\s*(?:[:：=]|\s[–—-])\s+([^\p{L}]{0,9}\d.*)$/su;

/** A budget as a list of legs: `- App → API: 10–20 ms`. One such item alone is prose. */
export function readLegList(nodes: readonly RootContent[]): WordTable | undefined {
  const items = nodes.flatMap((node) => (node.type === "list" ? node.children : []));
  const rows = items.flatMap(({ children: [first] }): Row[] => {
    const [, label, figure] = (first?.type === "paragraph" && leg.exec(textOf(first))) || [];
    if (!first || !label || !figure || !findLatencies(figure)[0]?.latency) return [];
    const span = spanOf(first);
    return [{ cells: [label, figure].map((text) => ({ text, span })), line: span.line }];
  });
  return rows.length > 1 ? { heads: [], rows } : undefined;
}
