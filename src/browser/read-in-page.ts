import { parseLibrary } from "../chapter/parse-library.ts";
import type { Reader } from "../session/ports/reader.ts";
import { prepareFrontMatter } from "./front-matter-later.ts";

/**
 * Reads where it stands: a flow's chapter is small, and a page of someone else's may forbid workers. One chapter at a time,
 * and what was read is shown before the next: the first of ten flows need not wait for the last.
 */
export function createPageReader(): Reader {
  let turn = Promise.resolve();
  return {
    async read(id, files) {
      await prepareFrontMatter(files.map(({ text }) => text));
      const mine = turn;
      let done = () => {};
      turn = new Promise((resolve) => {
        done = () => setTimeout(resolve);
      });
      await mine;
      try {
        return parseLibrary(id, files);
      } finally {
        done();
      }
    },
  };
}
