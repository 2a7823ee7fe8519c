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
  const title = titleOf(files);
  return title === undefined ? JSON.stringify(kept) === JSON.stringify(files) : title === titleOf(kept);
}

/** What files of the reader's own are called by: their index's first heading, or the first file's. */
export function titleOf(files: readonly OpenedFile[]): string | undefined {
  const first = files.find(isIndex) ?? files[0];
  return /^#[ \t]+(.*\S)/m.exec(first?.text ?? "")?.[1];
}

/** From the name of the first file that says more than that it is an index. */
function nameOwn(files: readonly OpenedFile[]): ChapterId {
  const { file } = files.find((each) => !isIndex(each)) ?? files[0] ?? { file: "" };
  const slug = file
    .replace(/\.[a-z]+$/i, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return ownPrefix + (slug || "text");
}

const isIndex = ({ file }: OpenedFile): boolean => /(^|\/)index\.md$/i.test(file);
