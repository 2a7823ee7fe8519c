import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { encodingOf } from "../lib/text-encoding.ts";
import type { Problem } from "../model/problem.ts";
import { slashedPath } from "./slashed-path.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Stands in a folder that a site was written to, and lists what is ours in it. */
export const siteMark = ".hopwise-site.json";

/** Files that belong together: chapters and the index they share. */
export interface Shelf {
  /** Its folder, absolute. */
  readonly folder: string;
  readonly name: string;
  /** `file` is relative to the folder, with `/`. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** The one that was asked for, when a single chapter was; problems of the others are not ours to tell. */
  readonly only?: string;
  /** Files that could not be read at all; `file` is relative to the folder. */
  readonly problems: readonly Problem[];
}

const chapterEnding = /\.(md|markdown|mmd|mermaid)$/i;
const skippedFolders = new Set(["node_modules", "dist", "build", "vendor"]);
/** A chapter larger than this is a mistake; reading it would only keep the author waiting. */
const largestChapter = 4 * 1024 * 1024;
const filesAtOnce = 64;

export function isChapterFile(path: string): boolean {
  return chapterEnding.test(path);
}

/** Folders whose Markdown is nobody's chapter. */
export function isSkippedFolder(path: string): boolean {
  const name = basename(path);
  return (name.startsWith(".") && name !== ".") || skippedFolders.has(name);
}

/** Reads a chapter, a folder of them, or standard input (`-`). Throws UsageError when nothing is there to read. */
export async function readShelves(path: string, terminal: Pick<Terminal, "folder" | "readInput">): Promise<Shelf[]> {
  if (path === "-") return [readInputShelf(await terminal.readInput())];
  const full = resolve(terminal.folder, path);
  const found = await stat(full).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(sayMissing(path, error));
  });
  if (found.isDirectory()) return readFolder(full, path);
  if (!found.isFile()) throw new UsageError(`${path} is neither a file nor a folder.`);
  return [await readChapter(full)];
}

function sayMissing(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return `There is no file or folder ${path}.`;
  if (error.code === "EACCES") return `${path} may not be read: permission denied.`;
  return `${path} cannot be read: ${error.message}`;
}

function readInputShelf(bytes: Uint8Array): Shelf {
  const file = "standard-input.md";
  const text = toText(bytes, file);
  const bare = { folder: "", name: "", only: file };
  if (typeof text !== "string") return { ...bare, files: [], problems: [text] };
  // Bare Mermaid text is told from Markdown by the file's ending, which standard input does not have.
  const mermaid = /^\s*(%%.*\s+|---[\s\S]*?\n---\s+)*sequenceDiagram\b/.test(text) && !/^\s*(```|~~~|#)/m.test(text);
  const named = mermaid ? "standard-input.mmd" : file;
  return { ...bare, only: named, files: [{ file: named, text }], problems: [] };
}

async function readChapter(full: string): Promise<Shelf> {
  const folder = await findIndexFolder(dirname(full));
  const only = slashedPath(relative(folder, full));
  const names = only === "index.md" ? [only] : ["index.md", only];
  const shelf = await readAll(folder, names, (name) => name === only);
  return { ...shelf, only };
}

/** The nearest folder upwards with an index.md, within the repository; else the chapter's own. */
async function findIndexFolder(start: string): Promise<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    const names = await readdir(folder).catch(() => [] as string[]);
    if (names.includes("index.md")) return folder;
    if (names.includes(".git") || names.includes("package.json") || dirname(folder) === folder) return start;
  }
}

/** Every folder with an index.md is a library of its own; other chapters belong to the nearest one above them. */
async function readFolder(full: string, path: string): Promise<Shelf[]> {
  const listed = await listChapters(full).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(sayMissing(path, error));
  });
  if (listed.length === 0) throw new UsageError(`There are no chapters (.md, .mmd) in ${path}.`);
  const homes = new Set(listed.filter((file) => basename(file) === "index.md").map((file) => dirname(file)));
  const byHome = new Map<string, string[]>();
  for (const file of listed) {
    let home = dirname(file);
    while (home !== full && !homes.has(home)) home = dirname(home);
    byHome.set(home, [...(byHome.get(home) ?? []), slashedPath(relative(home, file))]);
  }
  return Promise.all([...byHome].map(([home, names]) => readAll(home, names, () => true)));
}

async function listChapters(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  // A site that was built into the folder holds the same chapters once more.
  if (entries.some(({ name }) => name === siteMark)) return [];
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (isSkippedFolder(entry.name)) return [];
        // A folder that may not be entered hides its chapters; the others can still be checked.
        return listChapters(path).catch(() => []);
      }
      return isChapterFile(entry.name) ? [path] : [];
    }),
  );
  return nested.flat().sort();
}

async function readAll(folder: string, names: readonly string[], mustExist: (name: string) => boolean): Promise<Shelf> {
  const texts: (string | Problem | undefined)[] = [];
  for (let start = 0; start < names.length; start += filesAtOnce) {
    const some = names.slice(start, start + filesAtOnce);
    texts.push(...(await Promise.all(some.map((name) => readText(folder, name, mustExist(name))))));
  }
  const files: { file: string; text: string }[] = [];
  const problems: Problem[] = [];
  names.forEach((file, at) => {
    const text = texts[at];
    if (typeof text === "string") files.push({ file, text });
    else if (text) problems.push(text);
  });
  return { folder, name: basename(folder), files, problems };
}

async function readText(folder: string, file: string, mustExist: boolean): Promise<string | Problem | undefined> {
  const path = join(folder, file);
  try {
    const { size } = await stat(path);
    if (size > largestChapter) return tooLarge(file, size);
    return toText(await readFile(path), file);
  } catch (error) {
    if (!mustExist) return undefined;
    return unreadable(
      file,
      "file/unreadable",
      sayMissing(file, error instanceof Error ? error : new Error(String(error))),
    );
  }
}

function toText(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > largestChapter) return tooLarge(file, bytes.length);
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.includes(0)) return notText(file);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? notText(file) : text;
  } catch {
    if (encoding !== "utf-8") return notText(file);
    return unreadable(file, "file/not-utf-8", "This text is not in UTF-8. Save it as UTF-8 and try again.");
  }
}

function notText(file: string): Problem {
  return unreadable(
    file,
    "file/not-text",
    "This is not a text file. A chapter is Markdown or Mermaid text in UTF-8, or in UTF-16 with its mark.",
  );
}

function tooLarge(file: string, bytes: number): Problem {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return unreadable(
    file,
    "file/too-large",
    `This file is ${megabytes} MB; a chapter may have 4 MB. Split it into several.`,
  );
}

function unreadable(file: string, code: string, message: string): Problem {
  return { severity: "error", code, message, file, line: 1, column: 1 };
}
