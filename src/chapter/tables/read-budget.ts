import type { BudgetRow } from "../../model/scenario.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ChoiceBook } from "../steps/choice-book.ts";
import { readFigure } from "../steps/read-figure.ts";
import { plain } from "../words.ts";
import type { BudgetColumns } from "./classify-table.ts";
import type { Cell, Row, WordTable } from "./read-table.ts";
import { sumOfWayBack } from "./way-back.ts";

const reversed =
  /\b(?:same as|reverse[ds]?|in reverse|as forward|like the way there|wie hin\w*|umgekehrt|ruckwarts|idem|inverse|en sens inverse|igual que|a la inversa|inverso)\b/;
const totalLabel = /^(?:total|sum|gesamt|summe|insgesamt|end[- ]to[- ]end|overall|somme|suma)\b/;

/** The rows of a budget table; the row that is their total, apart. */
export interface ReadBudget {
  readonly rows: readonly BudgetRow[];
  readonly total?: Cell;
}

/** The cell that says how long; both ends in columns of their own are read as if they stood in one. */
function latencyCell(row: Row, { latency, ends, unit }: BudgetColumns): Cell | undefined {
  const cell = row.cells[ends?.low ?? latency];
  const high = ends && row.cells[ends.high]?.text;
  if (!cell || !ends || !high || !/\d/.test(high) || !/\d/.test(cell.text)) return row.cells[latency];
  const withUnit = (text: string) => (/\p{L}/u.test(text) ? text : `${text} ${unit}`);
  return { ...cell, text: `${ends.names[0]} ${withUnit(cell.text)}, ${ends.names[1]} ${withUnit(high)}` };
}

export function readBudget(
  table: WordTable,
  columns: BudgetColumns,
  choices: ChoiceBook,
  problems: ProblemList,
): ReadBudget {
  const rows: BudgetRow[] = [];
  let total: Cell | undefined;
  for (const row of table.rows) {
    const text = (column: number | undefined) => (column === undefined ? "" : (row.cells[column]?.text ?? ""));
    const label = [text(columns.label), text(columns.to)].filter((each) => each !== "").join(" → ");
    const cell = latencyCell(row, columns);
    if (!cell || (label === "" && cell.text === "")) continue;
    if (totalLabel.test(plain(label))) {
      total = cell;
      continue;
    }
    if (reversed.test(plain(cell.text))) {
      const sum = sumOfWayBack(rows);
      const figure = sum && {
        cases: [{ latency: { ...sum, text: cell.text } }],
        file: problems.file,
        line: row.line,
        inferred: true,
      };
      rows.push({ label, reversed: true, ...(figure ? { figure } : {}), line: row.line });
      continue;
    }
    const empty = /^(?:[-–—?]|n\/?a|tbd|)$/i.test(cell.text.trim());
    const figure = empty ? undefined : readFigure(cell.text, cell.span, choices, problems, columns.unit);
    rows.push({ label, ...(figure ? { figure } : {}), line: row.line });
  }
  return { rows, ...(total ? { total } : {}) };
}
