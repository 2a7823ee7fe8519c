import type { Chapter } from "../../model/chapter.ts";
import { isSequenceText } from "../markdown/find-fences.ts";
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

/** A row for a failure, its other cells to be filled in. */
export function rowFor(failure: string, columns: readonly string[]): string {
  const cells = columns.map((column) => {
    if (/fail|fault|outage/.test(column)) return failure;
    return /sees|impact|symptom|effect/.test(column) ? "an error" : "…";
  });
  return `| ${cells.join(" | ")} |`;
}

/** One more failure of the chapter: of the first part that has none yet, in the table there is or in a new one. */
export function insertFailure(text: string, { system, scenarios }: Chapter): readonly TextEdit[] {
  // A diagram by itself has no room for a table.
  if (isSequenceText(text)) return [];
  const labels = scenarios.flatMap(({ participants }) => participants.map(({ label }) => label.replace(/\n.*/s, "")));
  const names = [...new Set([...system.layers.map(({ name }) => name), ...labels])];
  const known = new Set(system.faults.map(({ title }) => slugOf(title)));
  const all = ["down", "slow", "unreachable"].flatMap((how) => names.map((name) => `${name} ${how}`));
  const failure = all.find((title) => !known.has(slugOf(title))) ?? "Database down";
  const table = findFailureTable(text);
  if (table) return [{ start: table.end, end: table.end, text: `\n${rowFor(failure, table.columns)}` }];
  const gap = text === "" || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  const row = rowFor(failure, ["failure", "user sees", "recovery"]);
  return [
    { start: text.length, end: text.length, text: `${gap}| Failure | User sees | Recovery |\n|---|---|---|\n${row}\n` },
  ];
}
