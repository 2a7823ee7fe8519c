/** Columns between two tab stops. */
const tabStop = 4;

/** A place in the text, as mdast gives it: line and column from 1, offset from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Walks over one line of the text after the other. Tabs count to the next stop of four, and may be taken in part. */
export class LineCursor {
  readonly source: string;
  /** The line's number, from 1. */
  line = 0;
  /** Where the line starts and ends (its break apart) and where we are in it, as offsets in the text. */
  start = 0;
  end = 0;
  at = 0;
  /** The break before the line, as the text has it. */
  lead = "";
  /** Where the next line starts. */
  private next: number;
  /** The column where we are, from 0. */
  private column = 0;
  /** What is left of a tab that was taken in part, in columns. */
  private pending = 0;
  /** The first character behind white space from here on, and its column; looked for when it is asked for. */
  private word = -1;
  private wordColumn = 0;

  constructor(source: string) {
    this.source = source;
    this.next = source.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Goes to the next line; false when there is none. */
  nextLine(): boolean {
    if (this.next > this.source.length || (this.next === this.source.length && this.line > 0)) return false;
    this.line += 1;
    this.lead = this.source.slice(this.end, this.next);
    this.start = this.at = this.next;
    this.column = this.pending = 0;
    this.word = -1;
    let end = this.start;
    while (end < this.source.length && !isBreak(this.source.charCodeAt(end))) end += 1;
    this.end = end;
    this.next = end + (this.source.startsWith("\r\n", end) ? 2 : 1);
    return true;
  }

  /** White space from here to the first other character, in columns. */
  indent(): number {
    this.findWord();
    return this.wordColumn - this.column;
  }

  /** Where the first character behind white space is. */
  firstWord(): number {
    this.findWord();
    return this.word;
  }

  /** Looks for the next word, once for all that ask before it is reached. */
  private findWord(): void {
    if (this.word >= this.at) return;
    let column = this.column + this.pending;
    let i = this.restFrom();
    for (; i < this.end; i += 1) {
      const code = this.source.charCodeAt(i);
      if (!isSpace(code)) break;
      column += code === 9 ? tabStop - (column % tabStop) : 1;
    }
    this.word = i;
    this.wordColumn = column;
  }

  isBlank(): boolean {
    return this.firstWord() === this.end;
  }

  /** Takes at most so many columns of white space. */
  skipColumns(most: number): void {
    let left = most;
    while (left > 0 && this.at < this.end) {
      const code = this.source.charCodeAt(this.at);
      if (code !== 32 && code !== 9) return;
      const width = this.pending || (code === 9 ? tabStop - (this.column % tabStop) : 1);
      const taken = Math.min(width, left);
      left -= taken;
      this.column += taken;
      this.pending = width - taken;
      if (this.pending === 0) this.at += 1;
    }
  }

  /** Takes so many characters, none of them a tab. */
  skip(characters: number): void {
    this.at += characters;
    this.column += characters;
  }

  /** Takes the white space from here on. */
  skipSpace(): void {
    this.skipColumns(Number.POSITIVE_INFINITY);
  }

  /** Where the rest of the line starts: behind a tab that was taken in part. */
  restFrom(): number {
    return this.pending > 0 ? this.at + 1 : this.at;
  }

  /** The rest of the line; what is left of a tab is spaces. */
  rest(): string {
    return " ".repeat(this.pending) + this.source.slice(this.restFrom(), this.end);
  }

  point(offset: number): Point {
    return { line: this.line, column: offset - this.start + 1, offset };
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

export const isSpace = (code: number): boolean => code === 32 || code === 9;
