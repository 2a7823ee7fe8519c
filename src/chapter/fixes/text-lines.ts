/** A line of a text, by offsets; `next` is where the following one begins. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly text: string;
}

const lineEnd = /\r\n|\n|\r/g;

/** Line `n`, counted from 1. */
export function lineOf(text: string, n: number): TextLine | undefined {
  let start = 0;
  let count = 1;
  for (const { index, 0: sign } of text.matchAll(lineEnd)) {
    const next = index + sign.length;
    if (count === n) return { start, end: index, next, text: text.slice(start, index) };
    start = next;
    count += 1;
  }
  return count === n ? { start, end: text.length, next: text.length, text: text.slice(start) } : undefined;
}

/** How the text ends its lines. */
export function newlineOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
