/** `text` in place of what stands from `start` to `end` (UTF-16 offsets into the problem's file, `end` exclusive). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What would mend a problem: in words and, where a machine can do it, as edits of the problem's own file. */
export interface Fix {
  /** An imperative: "Change the stated total to 214–347 ms". */
  readonly title: string;
  /** In the order of the text, none touching another. Left out where only the author can know what to write. */
  readonly edits?: readonly Edit[];
}
