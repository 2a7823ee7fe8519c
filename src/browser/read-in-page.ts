import { parseLibrary } from "../chapter/parse-library.ts";
import type { Reader } from "../session/ports/reader.ts";
import { prepareFrontMatter } from "./front-matter-later.ts";

/** Reads where it stands: a flow's chapter is small, and a page of someone else's may forbid workers. */
export function createPageReader(): Reader {
  return {
    async read(id, files) {
      await prepareFrontMatter(files.map(({ text }) => text));
      return parseLibrary(id, files);
    },
  };
}
