import type { Saver } from "../session/ports/saver.ts";

/** How long, ms, a browser may take to begin reading what it was handed. */
const grace = 30_000;

export function createSaver(): Saver {
  return {
    save({ name, type, content }) {
      const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
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
