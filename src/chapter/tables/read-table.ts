import type { RootContent, Table, TableCell } from "mdast";
import type { Span } from "../../model/place.ts";
import { textOf } from "../../model/text-of.ts";

export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A Markdown table as words and places. */
export interface WordTable {
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

function readCell(cell: TableCell): Cell {
  const text = textOf(cell)
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const at = cell.position;
  return {
    text,
    span: {
      start: at?.start.offset ?? 0,
      end: at?.end.offset ?? 0,
      line: at?.start.line ?? 1,
      column: at?.start.column ?? 1,
    },
  };
}

export function readTable(node: Table): WordTable {
  const [head, ...rows] = node.children;
  return {
    heads: (head?.children ?? []).map((cell) => readCell(cell).text),
    rows: rows.map((row) => ({
      cells: row.children.map(readCell),
      line: row.position?.start.line ?? 1,
    })),
  };
}

/** Tables that stand by themselves or in a quotation or list. */
export function tablesIn(nodes: readonly RootContent[]): Table[] {
  return nodes.flatMap((node) => {
    if (node.type === "table") return [node];
    return node.type === "blockquote" || node.type === "list" || node.type === "listItem"
      ? tablesIn(node.children as RootContent[])
      : [];
  });
}
