import { Download } from "lucide-react";
import { blastFiles } from "../../session/blast-files.ts";
import { useSession } from "../app/session-context.ts";
import type { useBlast } from "./use-blast.ts";

interface BlastExportProps {
  readonly blast: NonNullable<ReturnType<typeof useBlast>["blast"]>;
  readonly name: string;
}

/**
 * The whole grid, one failure at a time, for a document or a spreadsheet. It is written when it is asked for: a large
 * one takes longer than a frame, and the view is drawn anew with every cell that is looked at.
 */
export function BlastExport({ blast, name }: BlastExportProps) {
  const { ports, actions } = useSession();
  const file = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-") || "library";
  async function copy() {
    const done = await ports.clipboard.write(blastFiles(blast).markdown);
    actions.tell("info", done ? "The table is copied as Markdown." : "The browser did not allow copying.");
  }
  return (
    <div className="blast-export">
      <button type="button" className="button" onClick={() => void copy()}>
        Copy as Markdown
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          const { csv } = blastFiles(blast);
          ports.saver.save({ name: `${file}-blast-radius.csv`, type: "text/csv", content: csv });
        }}
      >
        <Download size={14} aria-hidden /> CSV
      </button>
    </div>
  );
}
