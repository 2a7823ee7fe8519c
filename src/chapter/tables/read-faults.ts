import type { Fault } from "../../model/fault.ts";
import type { ProblemList } from "../problem-list.ts";
import { slugOf } from "../slug.ts";
import { sameWords, wordsOf } from "../words.ts";
import type { FaultColumns } from "./classify-table.ts";
import type { WordTable } from "./read-table.ts";

/** A fault as its row says it, before anything is concluded. */
export interface SaidFault extends Fault {
  /** The part column's words, where there is one. */
  readonly part?: string;
  readonly column: number;
}

/** How a failure begins that makes a clause with its part: `Redis down`, `API returns 500`, `disk is full`. */
const clause =
  /^(?:down|unreachable|unavailable|slow|slower|full|dead|broken|gone|lost|stuck|degraded|overloaded|blocked|crashed|crash|outage|failure|overload|timeouts?|restarts?|expired|killed|oom\S*|is|are|has|cannot|can['’]t|does|not|\p{L}*[^\Ws]s|out of|times? out|weg|tot|langsam|voll|defekt|kaputt|ausgefallen|nicht|fällt|antwortet|ist|en panne|hors|est|ne|caíd[oa]|lent[oa]|no|está)(?=[\s,.;:)]|$)/iu;

/** A capital that only stands at a cell's beginning; `OOM` and `TLS` keep theirs. */
function inSentence(failure: string): string {
  return /^\p{Lu}\p{Ll}/u.test(failure) ? failure.charAt(0).toLowerCase() + failure.slice(1) : failure;
}

function titleOf(failure: string, part: string | undefined): string {
  if (part === undefined || part === "" || sameWords(wordsOf(part), wordsOf(failure))) return failure;
  const words = wordsOf(failure);
  const named = wordsOf(part).some((word) => word.length > 2 && words.includes(word));
  if (named) return failure;
  return clause.test(failure) ? `${part} ${inSentence(failure)}` : `${part}: ${failure}`;
}

/** One fault a row. */
export function readFaults(table: WordTable, columns: FaultColumns, problems: ProblemList): SaidFault[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const cell = (column: number | undefined) => (column === undefined ? "" : (row.cells[column]?.text ?? ""));
    const part = columns.part === undefined ? undefined : cell(columns.part);
    const failure = cell(columns.title);
    const at = row.cells[columns.title]?.span ?? { line: row.line, column: 1 };
    if (failure === "") {
      if (row.cells.some((each) => each.text !== "")) {
        problems.add("warning", "fault/no-title", "This row names no failure, so it is left out.", {
          line: row.line,
          column: 1,
        });
      }
      return [];
    }
    const title = titleOf(failure, part);
    const slug = slugOf(title);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    if (times > 1) problems.add("warning", "fault/twice", `“${title}” stands in this table more than once.`, at);
    const userSees = cell(columns.sees);
    const recovery = cell(columns.recovery);
    const check = cell(columns.check);
    return {
      id: times === 1 ? slug : `${slug}-${times}`,
      title,
      ...(part ? { part } : {}),
      ...(userSees ? { userSees } : {}),
      ...(recovery ? { recovery } : {}),
      ...(check ? { check } : {}),
      inferred: [],
      file: problems.file,
      line: row.line,
      column: at.column,
    };
  });
}
