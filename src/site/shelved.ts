import type { Library } from "../model/chapter.ts";

/** A library as a site holds it: read, and the text it was read from. */
export interface Shelved {
  readonly library: Library;
  /** `file` begins with the library's id, as in the library's own places. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}
