import type { Blast } from "../analysis/blast/blast.ts";
import { sayTally } from "../analysis/blast/tally.ts";

/** The grid as a GFM table: a row per failure, a column per scenario, totals at the ends. */
export function blastMarkdown(blast: Blast): string {
  const across = blast.scenarios.length;
  const rows = [
    ["Failure", ...blast.scenarios.map(({ title }) => title), "In all"],
    ["---", ...blast.scenarios.map(() => "---"), "---"],
    ...blast.faults.map(({ title, tally }, at) => [
      title,
      ...blast.cells
        .slice(at * across, (at + 1) * across)
        .map(({ outcome, hop }) => (hop === undefined ? outcome : `${outcome}, hop ${hop}`)),
      sayTally(tally),
    ]),
    ["In all", ...blast.scenarios.map(({ tally }) => sayTally(tally)), ""],
  ];
  return rows.map((row) => `| ${row.map(escapeCell).join(" | ")} |\n`).join("");
}

/** A title is text: what Markdown or HTML would read into it is switched off, and it stays in its cell. */
function escapeCell(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\|`*_[\]<>&~]/g, "\\$&");
}
