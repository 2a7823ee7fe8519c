import { join, relative } from "node:path";
import { parseLibrary } from "../chapter/parse-library.ts";
import type { Problem } from "../model/problem.ts";
import { findPictures } from "../site/find-pictures.ts";
import type { Shelved } from "../site/shelved.ts";
import { readShelves, type Shelf } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

/** The libraries below a folder as a site shows them, and what is to be mended in them. */
export interface LoadedSite {
  readonly shelved: readonly Shelved[];
  /** Every file's; `file` is what a person would type. */
  readonly problems: readonly Problem[];
  /** Pictures beside the chapters that their notes show, there or not: where each is on the disk, by its path on the site. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The text of a file, by the name its problems carry. */
  text(file: string): string | undefined;
}

/** Reads every chapter below `path`. Throws UsageError when there is none. */
export async function loadSite(path: string, terminal: Pick<Terminal, "folder" | "readInput">): Promise<LoadedSite> {
  const shelves = await readShelves(path, terminal);
  const taken = new Set<string>();
  const loaded = shelves.map((shelf) => load(shelf, freeName(shelf, taken), terminal.folder));
  const texts = new Map(loaded.flatMap(({ texts }) => texts));
  return {
    pictures: new Map(loaded.flatMap(({ pictures }) => pictures)),
    shelved: loaded.map(({ shelved }) => shelved).filter(({ library }) => library.chapters.length > 0),
    problems: loaded.flatMap(({ problems }) => problems),
    text: (file) => texts.get(file),
  };
}

/** Two folders of the same name are two libraries. */
function freeName({ name, folder }: Shelf, taken: Set<string>): string {
  const wanted = name || folder.replace(/[^\p{L}\p{N}]+/gu, "") || "chapters";
  let free = wanted;
  for (let n = 2; taken.has(free); n += 1) free = `${wanted}-${n}`;
  taken.add(free);
  return free;
}

function load(shelf: Shelf, id: string, from: string) {
  const files = shelf.files.map(({ file, text }) => ({ file: `${id}/${file}`, text }));
  const library = parseLibrary(id, files);
  const shown = (file: string): string => {
    const own = file.startsWith(`${id}/`) ? file.slice(id.length + 1) : file;
    return relative(from, join(shelf.folder, own)) || own;
  };
  // A README beside the chapters plays nothing: it is no part of the site.
  const chapters = library.chapters.filter(({ scenarios, type }) => scenarios.length > 0 || type === "walkthrough");
  const asked = shelf.only === undefined ? chapters : chapters.filter(({ file }) => file === `${id}/${shelf.only}`);
  const kept = new Set(asked.map(({ file }) => file));
  const isShown = (file: string): boolean => kept.has(file) || /(^|\/)index\.md$/i.test(file);
  const problems = [
    ...shelf.problems,
    ...library.problems.filter(
      ({ file, code }) =>
        (shelf.only === undefined || file === `${id}/${shelf.only}`) &&
        (kept.has(file) || code !== "chapter/no-scenario"),
    ),
  ];
  const shelved = { library: { ...library, chapters: asked }, files: files.filter(({ file }) => isShown(file)) };
  return {
    shelved,
    pictures: findPictures(shelved).map((name): [string, string] => [
      `chapters/${id}/${name}`,
      join(shelf.folder, name),
    ]),
    problems: problems.map((problem) => ({ ...problem, file: shown(problem.file) })),
    texts: files.map(({ file, text }): [string, string] => [shown(file), text]),
  };
}
