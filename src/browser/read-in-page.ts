import { parseLibrary } from "../chapter/parse-library.ts";
import type { Reader } from "../session/ports/reader.ts";
import { fetchMarkdownReader, prepareReading } from "./markdown-later.ts";

/** So long chapters are read and shown in one go, ms; then the page has its turn, since longer tasks are felt. */
const budget = 50;

/**
 * Reads where it stands: a flow's chapter is small, and a page of someone else's may forbid workers. What was read is
 * shown in between: the first of many flows need not wait for the last.
 */
export function createPageReader(): Reader {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let began = 0;
  const rest = async (): Promise<void> => {
    if (performance.now() - began < budget) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
  return {
    expect(address) {
      // If that fails, the reading says so.
      if (!/\.(?:mmd|mermaid)\b/i.test(address)) fetchMarkdownReader().catch(() => undefined);
    },
    async read(id, files) {
      await prepareReading(files.map(({ text }) => text));
      if (waiting === 0) began = performance.now();
      waiting += 1;
      const mine = last.then(rest).then(() => parseLibrary(id, files));
      last = mine
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1;
        });
      return mine;
    },
  };
}
