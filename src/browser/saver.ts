import type { Saver } from "../session/ports/saver.ts";

/** How long, ms, a browser may take to begin reading what it was handed. */
const grace = 30_000;

/** Excel takes a file for the machine's old encoding unless this mark is at its start; other spreadsheets leave it out. */
const spreadsheetMark = "\uFEFF";

export function createSaver(): Saver {
  return {
    save({ name, type, content }) {
      const url = URL.createObjectURL(
        new Blob([...(type === "text/csv" ? [spreadsheetMark] : []), content as BlobPart], { type }),
      );
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), grace);
    },
  };
}
