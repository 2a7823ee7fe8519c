import type { Parents } from "mdast";

/** Something whose words are still to be read, once all definitions are known. */
export interface Worded {
  readonly node: Parents;
  readonly text: string;
}
