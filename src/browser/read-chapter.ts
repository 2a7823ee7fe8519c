import type { parseLibrary } from "../chapter/parse-library.ts";
import type { Library } from "../model/chapter.ts";
import type { OpenedFile, Reader } from "../session/ports/reader.ts";

/** More text than this (UTF-16 units) is read in a worker, so that the page stays responsive. */
const workerFrom = 100_000;
/** So long after the start, ms, nothing that the first view needs is still on its way. */
const whenAtRest = 4_000;
/** A worker that takes longer, ms, is stopped. */
const patience = 30_000;

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
      if (size > workerFrom) return readInWorker(id, files);
      parse ??= (await import("../chapter/parse-library.ts")).parseLibrary;
      return parse(id, files);
    },
  };
}

function readInWorker(id: string, files: readonly OpenedFile[]): Promise<Library> {
  const worker = new Worker(new URL("./read-chapter.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Library>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took longer than 30 seconds to read.")), patience);
    worker.onmessage = (event: MessageEvent<Library>) => {
      clearTimeout(timer);
      resolve(event.data);
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || "The reader stopped."));
    };
    worker.postMessage({ id, files });
  }).finally(() => worker.terminate());
}
