import type { Library } from "../../model/chapter.ts";

export interface OpenedFile {
  readonly file: string;
  readonly text: string;
}

/** Turns text into a library, wherever that is best done. Rejects only when the reading itself was given up. */
export interface Reader {
  read(id: string, files: readonly OpenedFile[]): Promise<Library>;
}
