import type { Library } from "../model/chapter.ts";
import { folderTitle } from "./own-place.ts";
import type { OpenedFile, Reader } from "./ports/reader.ts";

/** Reads what the reader opened or writes. A folder without an index has its own name, not that of the shelf it stands on. */
export async function readOwnFiles(reader: Reader, files: readonly OpenedFile[]): Promise<Library> {
  const library = await reader.read("own", files);
  const title = folderTitle(files);
  return title === undefined ? library : { ...library, title };
}
