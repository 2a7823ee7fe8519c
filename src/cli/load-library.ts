import { join, relative } from "node:path";
import { parseLibrary } from "../chapter/parse-library.ts";
import type { Chapter, Library } from "../model/chapter.ts";
import type { Problem } from "../model/problem.ts";
import { readShelves, type Shelf } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

/** A library, read from files, with what is needed to point into them. */
export interface Loaded {
  readonly library: Library;
  /** Those that were asked for. */
  readonly chapters: readonly Chapter[];
  /** Theirs, worst first within the order of the files; `file` is what a person would type. */
  readonly problems: readonly Problem[];
  /** The text of a file, by the name its places carry. */
  text(file: string): string | undefined;
  /** The name a person would type for a file of this library. */
  shown(file: string): string;
}

/** Reads and parses what stands at `path`. Throws UsageError when there is nothing. */
export async function loadLibraries(path: string, terminal: Terminal): Promise<Loaded[]> {
  const shelves = await readShelves(path, terminal);
  return shelves.map((shelf) => load(shelf, terminal));
}

function load(shelf: Shelf, terminal: Terminal): Loaded {
  const library = parseLibrary(shelf.name, shelf.files);
  const { only } = shelf;
  const chapters = only === undefined ? library.chapters : library.chapters.filter(({ file }) => file === only);
  const shown = (file: string): string =>
    shelf.folder === "" ? file : relative(terminal.folder, join(shelf.folder, file)) || file;
  const all = [...shelf.problems, ...library.problems];
  // The other chapters of the folder were not read, so what seems missing there is not the reader's problem.
  const problems = only === undefined ? all : all.filter(({ file }) => file === only);
  const texts = new Map(shelf.files.map(({ file, text }) => [shown(file), text]));
  return {
    library,
    chapters,
    problems: problems.map((problem) => ({ ...problem, file: shown(problem.file) })),
    text: (file) => texts.get(file),
    shown,
  };
}
