import { parseLibrary } from "../chapter/parse-library.ts";
import type { Reader } from "../session/ports/reader.ts";

/** Reads where it stands: a flow's chapter is small, and a page of someone else's may forbid workers. */
export function createPageReader(): Reader {
  return { read: async (id, files) => parseLibrary(id, files) };
}
