import type { Blast } from "../analysis/blast/blast.ts";
import { blastCsv } from "../export/blast-csv.ts";
import { blastMarkdown } from "../export/blast-markdown.ts";

/** The grid as text for elsewhere. */
export function blastFiles(blast: Blast): { readonly markdown: string; readonly csv: string } {
  return { markdown: blastMarkdown(blast), csv: blastCsv(blast) };
}
