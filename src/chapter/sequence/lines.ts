import type { Span } from "../../model/place.ts";

/** Where the text stands in its file: offset from 0, line and column from 1. */
export interface Origin {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of a text into spans of its file. Fastest when asked in rising order. */
export class Lines {
  private readonly starts: number[] = [0];
  readonly at: Origin;
  private last = 0;

  constructor(text: string, at: Origin) {
    this.at = at;
    if (text.includes("\r")) {
      for (const match of text.matchAll(/\r\n?|\n/g)) this.starts.push(match.index + match[0].length);
      return;
    }
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) this.starts.push(end + 1);
  }

  span(start: number, end: number): Span {
    const starts = this.starts;
    if (start < (starts[this.last] ?? 0)) this.last = this.search(start);
    while (this.last + 1 < starts.length && (starts[this.last + 1] ?? 0) <= start) this.last++;
    const inLine = start - (starts[this.last] ?? 0);
    return {
      start: this.at.offset + start,
      end: this.at.offset + end,
      line: this.at.line + this.last,
      column: this.last === 0 ? this.at.column + inLine : inLine + 1,
    };
  }

  private search(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
