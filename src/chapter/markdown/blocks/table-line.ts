import type { AlignType, TableRow } from "mdast";
import type { Point } from "./line-cursor.ts";
import type { Worded } from "./worded.ts";

/** A cell as it stands in its line: where it starts and ends, and its text. */
export interface CellPart {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A line of a table, cut at its pipes. The pipes at both ends need not be there. */
export function cutCells(line: string): CellPart[] {
  const cells: CellPart[] = [];
  let from = 0;
  let at = 0;
  const end = line.trimEnd().length;
  while (line[at] === " " || line[at] === "\t") at += 1;
  let text = at;
  if (line[at] === "|") {
    from = at;
    text = at + 1;
    at += 1;
  } else from = at;
  for (; at <= end; at += 1) {
    if (line[at] === "\\" && at < end) at += 1;
    else if (at === end || line[at] === "|") {
      const isLast = at === end;
      // Behind the last pipe nothing is a cell.
      if (!isLast || text < end) cells.push({ from, to: isLast ? end : at, text: line.slice(text, at).trim() });
      from = at;
      text = at + 1;
    }
  }
  const last = cells.at(-1);
  // The pipe that closes the line belongs to its last cell.
  if (last && line[end - 1] === "|" && last.to === end - 1) cells[cells.length - 1] = { ...last, to: end };
  return cells;
}

/** The alignments of a line such as `| :--- | ---: |`; undefined when it is another. */
export function readAlignments(line: string): AlignType[] | undefined {
  if (!/^[ \t]*[|:-][ \t|:-]*$/.test(line) || !/[|:]/.test(line)) return undefined;
  const cells = cutCells(line);
  if (cells.length === 0 || !cells.every(({ text }) => /^:?-+:?$/.test(text))) return undefined;
  return cells.map(({ text }): AlignType => {
    if (text.endsWith(":")) return text.startsWith(":") ? "center" : "right";
    return text.startsWith(":") ? "left" : null;
  });
}

/** A row of cells with their places, and the words that are still to be read in them. */
export function readRow(line: string, start: Point): { readonly row: TableRow; readonly worded: readonly Worded[] } {
  const place = (chars: number): Point => ({
    line: start.line,
    column: start.column + chars,
    offset: start.offset + chars,
  });
  const cells = cutCells(line).map(({ from, to, text }) => {
    const node = { type: "tableCell" as const, children: [], position: { start: place(from), end: place(to) } };
    return { node, text: text.replace(/\\\|/g, "|") };
  });
  const position = { start, end: place(line.trimEnd().length) };
  return { row: { type: "tableRow", children: cells.map(({ node }) => node), position }, worded: cells };
}
