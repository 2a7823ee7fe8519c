import type { ChapterId } from "../model/ids.ts";
import { ownPrefix, readOwn } from "./own-chapters.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { StoreBox } from "./ports/store-box.ts";

/**
 * Where opened text is kept: a newer text of a chapter that is kept already goes to its place, any other to a place of
 * its own, whatever its file is called. A copy never takes another's place.
 */
export function placeOwn(storage: StoreBox, files: readonly OpenedFile[], copy = false): ChapterId {
  const wanted = nameOwn(files);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    const kept = readOwn(storage, id);
    if (!kept || (!copy && isSameChapter(kept, files))) return id;
  }
}

/** By its first heading: half of all Markdown files are called README, and whatever is pasted has one name. */
function isSameChapter(kept: readonly OpenedFile[], files: readonly OpenedFile[]): boolean {
  const title = headingOf(files);
  return title === undefined ? JSON.stringify(kept) === JSON.stringify(files) : title === headingOf(kept);
}

/** The first heading of the index, or of the first file. */
function headingOf(files: readonly OpenedFile[]): string | undefined {
  const first = files.find(isIndex) ?? files[0];
  return /^#[ \t]+(.*\S)/m.exec(first?.text ?? "")?.[1];
}

/** What files of the reader's own are called by: a heading, but a folder without an index by its own name. */
export function titleOf(files: readonly OpenedFile[]): string | undefined {
  return folderTitle(files) ?? headingOf(files);
}

/** What a folder is called that has no index to say so. */
export function folderTitle(files: readonly OpenedFile[]): string | undefined {
  return files.some(isIndex) ? undefined : folderOf(files);
}

/** The folder that all of several files are in. */
function folderOf(files: readonly OpenedFile[]): string | undefined {
  const [top, below] = files[0]?.file.split("/") ?? [];
  const isShared = below !== undefined && files.every(({ file }) => file.startsWith(`${top}/`));
  return isShared && files.length > 1 ? top : undefined;
}

/** From the folder's name, or that of the first file that says more than that it is an index. */
function nameOwn(files: readonly OpenedFile[]): ChapterId {
  const { file } = files.find((each) => !isIndex(each)) ?? files[0] ?? { file: "" };
  const slug = (folderOf(files) ?? file)
    .replace(/\.[a-z]+$/i, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return ownPrefix + (slug || "text");
}

const isIndex = ({ file }: OpenedFile): boolean => /(^|\/)index\.md$/i.test(file);
