import type { Library } from "../../model/chapter.ts";

export interface OpenedFile {
  readonly file: string;
  readonly text: string;
  /** What ends its lines on the disk, where that is no line feed and the editor took the text over. */
  readonly lineEnd?: string;
  /** The byte order mark that the file began with; it is no part of the text. */
  readonly mark?: string;
}

/** Turns text into a library, wherever that is best done. Rejects only when the reading itself was given up. */
export interface Reader {
  read(id: string, files: readonly OpenedFile[]): Promise<Library>;
  /** Says that the file at this address is on its way, so that what it is read with comes meanwhile. */
  expect?(address: string): void;
}
