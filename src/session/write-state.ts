import type { ChapterId } from "../model/ids.ts";
import type { Problem } from "../model/problem.ts";
import type { Kept, StoredDraft } from "./ports/drafts.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Origin } from "./state.ts";

/**
 * Who may write: this tab, one that has the draft open elsewhere, or one that took it over from here. `asking` for the
 * moment until it is known.
 */
export type Hand = "asking" | "mine" | "elsewhere" | "taken";

export interface DeskState {
  /** False until the text is there and it is known who may write it. */
  readonly ready: boolean;
  /** The text as it was last typed, of every file. */
  readonly files: readonly OpenedFile[];
  /** The file in the editor. */
  readonly file: string;
  /** Counts up when the text was replaced by something other than typing: the editor has to take it over. */
  readonly generation: number;
  /** Absent while nothing was changed: then the chapter is shown as it was opened. */
  readonly draft: ChapterId | undefined;
  /** The chapter this is (going to be) a copy of. */
  readonly origin: string | undefined;
  /** Where that stands. */
  readonly from: Origin | undefined;
  /** What is to be mended in the file, as of `checked`. */
  readonly problems: readonly Problem[];
  /** The text that `problems` and the scenario on the stage were read from. */
  readonly checked: string;
  /** While the text is broken and the stage shows what could last be read: what broke it. */
  readonly broken: Problem | undefined;
  /** Where the text was last found to be; while a newer one is on its way there, that stands. */
  readonly kept: Kept | "unknown";
  readonly hand: Hand;
  /** Drafts of the same chapter that are already there. */
  readonly others: readonly StoredDraft[];
}

export const emptyDesk: DeskState = {
  ready: false,
  files: [],
  file: "",
  generation: 0,
  draft: undefined,
  origin: undefined,
  from: undefined,
  problems: [],
  checked: "",
  broken: undefined,
  kept: "unknown",
  hand: "asking",
  others: [],
};

export function textOf(state: Pick<DeskState, "files" | "file">): string {
  return state.files.find(({ file }) => file === state.file)?.text ?? "";
}
