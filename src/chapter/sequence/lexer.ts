import { findArrow } from "./arrows.ts";
import { entityLength, isWord } from "./entities.ts";
import {
  findAlias,
  isSpace,
  NEWLINE,
  SEMICOLON,
  scanId,
  scanName,
  scanNumber,
  scanText,
  skipSpace,
  stopsName,
} from "./scan.ts";
import type { TokenKind } from "./token-kind.ts";

/** Words with a meaning of their own wherever a token may begin; each is also what a problem calls it. */
const keywords = new Set(
  (
    "box participant actor create destroy loop rect opt alt else par par_over and critical option break end " +
    "over note activate deactivate sequencediagram autonumber off"
  ).split(" "),
);
const linkWords = new Set(["links", "link", "properties", "details"]);

/** What stands behind `participant`, `actor`, `destroy`, `activate` and `deactivate`. */
export type IdEnd = "plain" | "alias" | "config" | "none";

const HASH = 35;

/**
 * Mermaid's lexer for sequence diagrams, by hand: the same tokens in the same order, in linear time. After `next` the
 * fields say what was read. The parser asks for an id or the rest of a line where Mermaid's lexer would change state.
 */
export class Lexer {
  readonly text: string;
  position: number;
  kind: TokenKind = "newline";
  start = 0;
  end = 0;
  /** A keyword in lower case; the token itself of everything else, trimmed. */
  value = "";
  /** Comments that the lexer stepped over (those on lines of their own are cut out before). */
  readonly comments: { start: number; end: number }[] = [];
  private closed = false;

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  next(): TokenKind {
    const text = this.text;
    for (;;) {
      const at = this.position;
      if (at >= text.length) return this.finishText();
      const code = text.charCodeAt(at);
      if (code === NEWLINE) {
        let end = at + 1;
        while (text.charCodeAt(end) === NEWLINE) end++;
        return this.emit("newline", end);
      }
      if (isSpace(code)) {
        let end = at + 1;
        while (end < text.length && isSpace(text.charCodeAt(end))) end++;
        this.position = end;
        continue;
      }
      if (this.skipComment(at, code)) continue;
      return this.token(at, code);
    }
  }

  /** Behind `participant` and its like. Leaves the position behind the id, `as` included. */
  readId(): IdEnd {
    this.skipBlanks();
    const text = this.text;
    const at = this.position;
    const wordEnd = scanId(text, at, true);
    if (wordEnd > at) {
      const after = skipSpace(text, wordEnd);
      if (text.startsWith("@{", after)) {
        this.take("name", at, wordEnd, wordEnd);
        this.skipBlanks();
        return text.startsWith("@{", this.position) ? "config" : "none";
      }
      const alias = findAlias(text, wordEnd);
      if (alias !== undefined) {
        this.take("name", at, wordEnd, alias < 0 ? wordEnd : alias);
        return alias < 0 ? "plain" : "alias";
      }
    }
    const runEnd = scanId(text, at, false);
    if (runEnd > at) {
      const stop = text.charCodeAt(runEnd);
      let end = runEnd;
      if (runEnd < text.length && stop !== NEWLINE && stop !== SEMICOLON) {
        end = -1;
        for (let hash = text.lastIndexOf("#", runEnd - 1); hash > at; hash = text.lastIndexOf("#", hash - 1)) {
          if (entityLength(text, hash) > 0) continue;
          end = hash;
          break;
        }
      }
      if (end > at) {
        this.take("name", at, end, end);
        return "plain";
      }
    }
    this.take("stray", at, at, at);
    return "none";
  }

  /** Behind a `@{`: the text between the braces and whether `as` follows, or `undefined` where it does not close. */
  readConfig(): { content: string; alias: boolean } | undefined {
    const open = this.position + 2;
    const close = this.text.indexOf("}", open);
    if (close < 0) return undefined;
    const alias = findAlias(this.text, close + 1);
    this.end = close + 1;
    this.position = alias !== undefined && alias >= 0 ? alias : close + 1;
    return { content: this.text.slice(open, close), alias: alias !== undefined && alias >= 0 };
  }

  /** The rest of the line up to a `;` or a comment, behind words such as `loop`. */
  readLine(): string {
    this.skipBlanks();
    const end = scanText(this.text, this.position);
    const raw = this.text.slice(this.position, end);
    const trimmed = raw.trimEnd();
    if (trimmed.length > 0) this.end = this.position + trimmed.length;
    this.position = end;
    return raw;
  }

  /** The whole rest of the line, comments and semicolons included. */
  readRawLine(): string {
    const newline = this.text.indexOf("\n", this.position);
    const end = newline < 0 ? this.text.length : newline;
    const raw = this.text.slice(this.position, end);
    if (end > this.position) this.end = end;
    this.position = end;
    return raw;
  }

  /** What stands before the next `}`; without one, everything. */
  readBraces(): { content: string; closed: boolean } {
    const close = this.text.indexOf("}", this.position);
    const end = close < 0 ? this.text.length : close;
    const content = this.text.slice(this.position, end);
    const inside = content.trimEnd().length;
    if (close >= 0) this.end = close + 1;
    else if (inside > 0) this.end = this.position + inside;
    this.position = close < 0 ? end : close + 1;
    return { content, closed: close >= 0 };
  }

  /** Gives up on a line: goes to the line end behind `from`. */
  skipLine(from: number): void {
    const newline = this.text.indexOf("\n", from);
    this.position = newline < 0 ? this.text.length : newline;
  }

  private finishText(): TokenKind {
    this.start = this.position;
    this.end = this.position;
    this.value = "";
    this.kind = this.closed ? "end-of-text" : "newline";
    this.closed = true;
    return this.kind;
  }

  private emit(kind: TokenKind, end: number): TokenKind {
    return this.take(kind, this.position, end, end);
  }

  private take(kind: TokenKind, start: number, end: number, position: number): TokenKind {
    const value = kind === "newline" ? "" : this.text.slice(start, end).trimEnd();
    this.kind = kind;
    this.start = start;
    this.end = kind === "newline" ? end : start + value.length;
    this.value = value;
    this.position = position;
    return kind;
  }

  private skipComment(at: number, code: number): boolean {
    const text = this.text;
    const comment =
      (code === HASH && entityLength(text, at) === 0) ||
      (code === 37 && text.charCodeAt(at + 1) !== 123) ||
      (code !== 125 && text.charCodeAt(at + 1) === 37 && text.charCodeAt(at + 2) === 37);
    if (!comment) return false;
    const newline = text.indexOf("\n", at);
    this.position = newline < 0 ? text.length : newline;
    this.comments.push({ start: at, end: this.position });
    return true;
  }

  private token(at: number, code: number): TokenKind {
    const text = this.text;
    if ((code >= 48 && code <= 57) || code === 46) {
      const end = scanNumber(text, at);
      if (end > at) return this.emit("number", end);
    }
    const lower = code | 32;
    if (lower >= 97 && lower <= 122 && code < 128) {
      const kind = this.keyword(at);
      if (kind !== undefined) return kind;
    }
    if (!stopsName(code)) return this.emit("name", scanName(text, at));
    if (code === 44) return this.emit("comma", at + 1);
    if (code === SEMICOLON) return this.emit("newline", at + 1);
    const arrow = findArrow(text, at);
    if (arrow !== undefined) {
      this.emit("arrow", at + arrow.length);
      this.value = arrow;
      return "arrow";
    }
    if (code === 58) return this.emit("text", scanText(text, at + 1));
    if (code === 43) return this.emit("plus", at + 1);
    if (code === 45) return this.emit("minus", at + 1);
    if (code === 40 && text.charCodeAt(at + 1) === 41) return this.emit("circle", at + 2);
    return this.emit("stray", at + 1);
  }

  private keyword(at: number): TokenKind | undefined {
    const text = this.text;
    let end = at + 1;
    while (isWord(text.charCodeAt(end))) end++;
    const length = end - at;
    if (length < 2 || length > 15) return undefined;
    const word = text.slice(at, end).toLowerCase();
    if (keywords.has(word)) {
      this.emit("keyword", end);
      this.value = word;
      return "keyword";
    }
    if ((word === "left" || word === "right") && /^ of$/i.test(text.slice(end, end + 3))) {
      return isWord(text.charCodeAt(end + 3))
        ? undefined
        : this.emit(word === "left" ? "left of" : "right of", end + 3);
    }
    if (linkWords.has(word)) {
      let after = end;
      while (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) after++;
      if (after === end || after >= text.length || /[/\\+()<>:\n,;\s-]/.test(text.charAt(after))) return undefined;
      this.emit("keyword", end);
      this.value = word;
      return "keyword";
    }
    if (word === "title") {
      const head = text.charCodeAt(end) === 58 ? end + 1 : end;
      const stop = isSpace(text.charCodeAt(head)) ? scanText(text, head + 1) : head;
      if (stop <= head + 1) return undefined;
      this.emit("title", stop);
      this.value = text.slice(head, stop).trim();
      // A title of blanks is one to Mermaid: without them the line could not be read again.
      if (this.value === "") this.end = stop;
      return "title";
    }
    if (word === "acctitle" || word === "accdescr") {
      const after = skipSpace(text, end);
      const next = text.charCodeAt(after);
      const kind = next === 58 ? (word === "acctitle" ? "acc-title" : "acc-descr") : "acc-descr-braces";
      if (next !== 58 && (next !== 123 || word === "acctitle")) return undefined;
      return this.take(kind, at, after + 1, skipSpace(text, after + 1));
    }
    return undefined;
  }

  /** Blanks within the line and a `#` comment, where Mermaid's lexer is inside a statement. */
  private skipBlanks(): void {
    const text = this.text;
    for (;;) {
      let at = this.position;
      while (at < text.length && text.charCodeAt(at) !== NEWLINE && isSpace(text.charCodeAt(at))) at++;
      this.position = at;
      if (text.charCodeAt(at) !== HASH || entityLength(text, at) > 0) return;
      const newline = text.indexOf("\n", at);
      this.position = newline < 0 ? text.length : newline;
      this.comments.push({ start: at, end: this.position });
    }
  }
}
