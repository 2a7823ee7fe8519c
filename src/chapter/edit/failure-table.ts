import type { Chapter } from "../../model/chapter.ts";
import { isSequenceText } from "../sequence/is-sequence-text.ts";
import { slugOf } from "../slug.ts";
import type { TextEdit } from "./text-edit.ts";

interface Table {
  readonly start: number;
  /** Where its last row ends. */
  readonly end: number;
  readonly columns: readonly string[];
}

/** The first table of failures, as it is typed. */
export function findFailureTable(text: string): Table | undefined {
  const head = /^\|.*(?:fail|fault|outage).*\|[ \t]*\r?\n\|[ \t:|-]+\|[ \t]*(?:\r?\n\|.*)*/im.exec(text);
  if (!head) return undefined;
  const columns = (head[0].split("\n")[0] ?? "").trim().split("|").slice(1, -1);
  return {
    start: head.index,
    end: head.index + head[0].trimEnd().length,
    columns: columns.map((column) => column.trim().toLowerCase()),
  };
}

/** A row for what happens to a part, in a column of its own where the table has one; other cells are to be filled in. */
function rowFor(part: string, how: string, columns: readonly string[]): string {
  const isPart = (column: string): boolean => /layer|component|\bpart|service|system|dependency/.test(column);
  const isFailure = (column: string): boolean => /fail|fault|outage/.test(column);
  const hasPart = columns.some((column) => isPart(column) && !isFailure(column));
  const cells = columns.map((column) => {
    if (isFailure(column)) return hasPart ? how : `${part} ${how}`.trim();
    if (isPart(column)) return part;
    return /sees|impact|symptom|effect/.test(column) ? "an error" : "…";
  });
  return `| ${cells.join(" | ")} |`;
}

/** The row in the table of failures there is, else in a new one at the end. */
export function addFailureRow(text: string, part: string, how: string): readonly TextEdit[] {
  const table = findFailureTable(text);
  if (table) return [{ start: table.end, end: table.end, text: `\n${rowFor(part, how, table.columns)}` }];
  const gap = text === "" || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  const row = rowFor(part, how, ["failure", "user sees", "recovery"]);
  const made = `${gap}| Failure | User sees | Recovery |\n|---|---|---|\n${row}\n`;
  return [{ start: text.length, end: text.length, text: made }];
}

/** One more failure of the chapter: of the first part that has none yet, in the table there is or in a new one. */
export function insertFailure(text: string, { system, scenarios }: Chapter): readonly TextEdit[] {
  // A diagram by itself has no room for a table.
  if (isSequenceText(text)) return [];
  const labels = scenarios.flatMap(({ participants }) => participants.map(({ label }) => label.replace(/\n.*/s, "")));
  const names = [...new Set([...system.layers.map(({ name }) => name), ...labels])];
  const known = new Set(system.faults.map(({ title }) => slugOf(title)));
  const all = ["down", "slow", "unreachable"].flatMap((how) => names.map((part) => ({ part, how })));
  const next = all.find(({ part, how }) => !known.has(slugOf(`${part} ${how}`)));
  return addFailureRow(text, next?.part ?? "Database", next?.how ?? "down");
}
