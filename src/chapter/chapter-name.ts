import { chapterEnding, partsOfFile } from "../model/chapter-file.ts";
import type { ChapterId } from "../model/ids.ts";

/** `scenarios/honeydue/create-task.md` → `create-task`. */
export function nameOfFile(file: string): string {
  return (partsOfFile(file).at(-1) ?? file).replace(chapterEnding, "") || "chapter";
}

/** A chapter's id by itself: its folder and name; of a file elsewhere on the disk or the web, only its name. */
export function idOfFile(file: string): ChapterId {
  const parts = partsOfFile(file);
  const folder = parts.at(-2);
  const isElsewhere = /^(?:[/\\]|[a-z]+:)/i.test(file) || parts.includes("..");
  return folder === undefined || isElsewhere ? nameOfFile(file) : `${folder}/${nameOfFile(file)}`;
}

/** A chapter's id in its library: the library's id and the path below its folder. */
export function idInLibrary(library: string, file: string): ChapterId {
  const parts = partsOfFile(file);
  const folder = parts.lastIndexOf(library, parts.length - 2);
  const below = folder >= 0 ? parts.slice(folder + 1) : parts.slice(-1);
  return [library, ...below].join("/").replace(chapterEnding, "");
}

/** A title for a file that gives itself none: `create-task` → `Create task`. */
export function titleOfFile(file: string): string {
  return nameOfFile(file)
    .replace(/[-_]+/g, " ")
    .replace(/^./u, (letter) => letter.toUpperCase());
}
