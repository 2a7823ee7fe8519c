import type { Blast } from "../analysis/blast/blast.ts";
import { writeCsv } from "./csv.ts";

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
  return writeCsv(rows);
}
