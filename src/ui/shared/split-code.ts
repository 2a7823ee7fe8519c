export interface Words {
  readonly text: string;
  readonly isCode: boolean;
}

/** A sentence in which code stands between backticks, in its parts. A backtick without a partner is only a character. */
export function splitCode(sentence: string): readonly Words[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) =>
      /^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part, isCode: false },
    );
}
