import type { Blast } from "../analysis/blast/blast.ts";

/** One line per cell (RFC 4180), so that a spreadsheet can pivot it. */
export function blastCsv(blast: Blast): string {
  const rows = [
    ["fault", "scenario", "outcome", "hop", "layer", "user sees"],
    ...blast.cells.map(({ fault, scenario, outcome, hop, layer, userSees }) => [
      fault,
      scenario,
      outcome,
      hop === undefined ? "" : String(hop),
      layer ?? "",
      userSees ?? "",
    ]),
  ];
  return rows.map((row) => `${row.map(quote).join(",")}\r\n`).join("");
}

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
