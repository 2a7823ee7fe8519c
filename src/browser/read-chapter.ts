import type { parseLibrary } from "../chapter/parse-library.ts";
import type { Reader } from "../session/ports/reader.ts";
import { workApart, workerFrom } from "./work-apart.ts";

/** So long after the start, ms, nothing that the first view needs is still on its way. */
const whenAtRest = 4_000;

/** Reads chapters in the page. The parsers come after the first view: shipped chapters never need them. */
export function createReader(): Reader {
  // Fetched once the page rests, so that a tab which goes offline can still open the reader's own files.
  const ahead = setTimeout(() => void import("../chapter/parse-library.ts").catch(() => {}), whenAtRest);
  // Kept, since even a module that is there is asked for by a task of its own, and a frame passes meanwhile.
  let parse: typeof parseLibrary | undefined;
  return {
    async read(id, files) {
      clearTimeout(ahead);
      const size = files.reduce((sum, { text }) => sum + text.length, 0);
      const apart = size > workerFrom ? await workApart("parseLibrary", id, files).done : undefined;
      if (apart) return apart;
      parse ??= (await import("../chapter/parse-library.ts")).parseLibrary;
      return parse(id, files);
    },
  };
}
