import type { Parents, PhrasingContent } from "mdast";
import { htmlTag } from "../blocks/html-start.ts";
import { findAddress, readAddress } from "./autolinks.ts";
import type { Book } from "./book.ts";
import { buildTree } from "./build-tree.ts";
import { decode, decodeReference } from "./decode.ts";
import { flanks, joinRuns, type Run } from "./emphasis.ts";
import { identifierOf, longestLabel, readLabel, readTarget } from "./link-target.ts";
import { type Piece, pieceOf } from "./piece.ts";

/** A `[` or `![` that may begin a link. */
interface Bracket {
  readonly piece: Piece;
  readonly isImage: boolean;
  /** Where its words begin. */
  readonly from: number;
  /** How many runs stood before it. */
  readonly runs: number;
}

const plain = /[^\n\\`*_~[\]!<&]+/y;
const autolink = /<(?:([a-z][a-z\d+.-]{1,31}:[^\s<>]*)|([\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)*))>/iy;
const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/iy;
const footnote = /\[\^((?:\\[\\[\]]|[^\s\\[\]]|\\(?![\\[\]]))+)\]/y;
const others: readonly (readonly [begins: string, ends: string, from: number])[] = [
  ["<!--", "-->", 2],
  ["<?", "?>", 2],
  ["<![CDATA[", "]]>", 9],
  ["<!", ">", 2],
];

/** Reads the text of a paragraph, heading or cell, whose lines begin and end without white space. */
export function readInline(text: string, book: Book): PhrasingContent[] {
  return new InlineReader(text, book).read();
}

class InlineReader {
  private readonly text: string;
  private readonly book: Book;
  private readonly pieces: Piece[] = [];
  private readonly runs: Run[] = [];
  private readonly brackets: Bracket[] = [];
  /** In so many of the brackets a link stands already, so that they cannot be one. */
  private linked = 0;
  /** Ends that were looked for in vain: a second look would come to the same. */
  private readonly missing = new Set<string>();
  private ticks: Map<number, number[]> | undefined;
  private at = 0;

  constructor(text: string, book: Book) {
    this.text = text;
    this.book = book;
  }

  read(): PhrasingContent[] {
    while (this.at < this.text.length) this.readNext();
    joinRuns(this.runs, 0);
    return buildTree(this.pieces);
  }

  private readNext(): void {
    const from = this.at;
    const words = this.match(plain)?.[0];
    const mark = this.text[this.at] ?? "";
    if (words !== undefined) this.sayPlain(words, from);
    else if (mark === "\\") this.readEscape();
    else if (mark === "`") this.readCode();
    else if (mark === "*" || mark === "_" || mark === "~") this.readRun(mark);
    else if (mark === "[") this.readOpening("[");
    else if (mark === "!" && this.text[this.at + 1] === "[") this.readOpening("![");
    else if (mark === "]") this.readClosing();
    else if (mark === "&") this.readReference();
    else if (mark !== "<" || !this.readPointed()) {
      this.at += 1;
      this.say(mark);
    }
  }

  private readReference(): void {
    const found = this.match(reference);
    if (!found) this.at += 1;
    this.say(found ? (decodeReference(found[1], found[2], found[3]) ?? found[0]) : "&");
  }

  /** Words without a mark in them; an address among them may go on over marks. Words in brackets may yet be a link's. */
  private sayPlain(words: string, from: number): void {
    const found = this.brackets.length === 0 ? findAddress(words) : -1;
    const link = found < 0 ? undefined : readAddress(this.text, from + found);
    if (link) {
      if (found > 0) this.say(words.slice(0, found));
      this.put(link.node);
      this.at = link.end;
    } else if (this.text[this.at] === "\n") this.endLine(words);
    else this.say(words);
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  private say(words: string): void {
    const last = this.pieces.at(-1);
    if (last && !last.node && last.opens.length === 0 && last.closes === 0 && !this.isMark(last)) last.text += words;
    else this.pieces.push(pieceOf(words));
  }

  /** Runs and brackets may yet turn into something else. */
  private isMark(piece: Piece): boolean {
    return this.runs.at(-1)?.piece === piece || this.brackets.at(-1)?.piece === piece || piece.text === "";
  }

  private put(node: PhrasingContent): void {
    this.pieces.push(pieceOf("", node));
  }

  /** White space before a line's end counts only as a hard break: two spaces or more, and nothing else. */
  private endLine(words: string): void {
    let end = words.length;
    while (words[end - 1] === " " || words[end - 1] === "\t") end -= 1;
    if (end > 0) this.say(words.slice(0, end));
    if (words.length - end < 2 || words.includes("\t", end)) return;
    this.at += 1;
    this.put({ type: "break" });
  }

  private readEscape(): void {
    const next = this.text[this.at + 1] ?? "";
    const isEscape = /[!-/:-@[-`{-~]/.test(next);
    this.at += isEscape || next === "\n" ? 2 : 1;
    if (next === "\n") this.put({ type: "break" });
    else this.say(isEscape ? next : "\\");
  }

  private readCode(): void {
    const from = this.at;
    while (this.text[this.at] === "`") this.at += 1;
    const fence = this.text.slice(from, this.at);
    const close = this.findTicks(fence.length);
    if (close === undefined) {
      this.say(fence);
      return;
    }
    const value = this.text.slice(this.at, close);
    this.at = close + fence.length;
    const padded = /^[ \n].*[ \n]$/s.test(value) && /[^ \n]/.test(value);
    this.put({ type: "inlineCode", value: padded ? value.slice(1, -1) : value });
  }

  /** Where the next run of exactly so many backticks starts. All runs are found at once, the last of each length first. */
  private findTicks(length: number): number | undefined {
    if (!this.ticks) {
      this.ticks = new Map();
      for (const { 0: run, index } of [...this.text.matchAll(/`+/g)].reverse()) {
        const same = this.ticks.get(run.length);
        if (same) same.push(index);
        else this.ticks.set(run.length, [index]);
      }
    }
    const places = this.ticks.get(length) ?? [];
    while ((places.at(-1) ?? this.at) < this.at) places.pop();
    return places.at(-1);
  }

  private readRun(mark: string): void {
    const from = this.at;
    while (this.text[this.at] === mark) this.at += 1;
    const length = this.at - from;
    const before = characterBefore(this.text, from);
    const after = String.fromCodePoint(this.text.codePointAt(this.at) ?? 32);
    const piece = pieceOf(mark.repeat(length));
    this.pieces.push(piece);
    if (mark === "~" && length > 2) return;
    this.runs.push({ piece, mark, length, left: length, ...flanks(mark, before, after) });
  }

  private open(mark: string): void {
    this.at += mark.length;
    const piece = pieceOf(mark);
    this.pieces.push(piece);
    const isImage = mark === "![";
    this.brackets.push({ piece, isImage, from: this.at, runs: this.runs.length });
  }

  private readOpening(mark: string): void {
    const from = this.at;
    this.at += mark.length - 1;
    const label = this.match(footnote)?.[1];
    const identifier = label === undefined ? "" : identifierOf(label);
    if (label !== undefined && this.book.footnotes.has(identifier)) {
      if (mark === "![") this.say("!");
      this.put({ type: "footnoteReference", identifier, label: decode(label) });
    } else {
      this.at = from;
      this.open(mark);
    }
  }

  private readClosing(): void {
    const bracket = this.brackets.pop();
    const isDead = !bracket?.isImage && this.brackets.length < this.linked;
    this.linked = Math.min(this.linked, this.brackets.length);
    const words = this.text.slice(bracket?.from ?? 0, this.at);
    this.at += 1;
    const found = bracket && !isDead ? this.findLink(words, bracket.isImage) : undefined;
    if (!bracket || !found) {
      this.say("]");
      return;
    }
    this.at = found.end;
    joinRuns(this.runs, bracket.runs);
    bracket.piece.text = "";
    bracket.piece.opens.push(found.node);
    const end = pieceOf("");
    end.closes = 1;
    this.pieces.push(end);
    if (!bracket.isImage) this.linked = this.brackets.length;
  }

  /** What `words` in brackets lead to: an address behind them, or a definition elsewhere. */
  private findLink(words: string, isImage: boolean): { readonly node: Parents; readonly end: number } | undefined {
    const target = readTarget(this.text, this.at);
    if (target) {
      const { url, title, end } = target;
      return { node: { type: isImage ? "image" : "link", title, url, children: [] } as unknown as Parents, end };
    }
    const behind = readLabel(this.text, this.at);
    const isFull = behind !== undefined && behind.label.trim() !== "";
    const label = isFull ? behind.label : words;
    if (label.length > longestLabel) return undefined;
    const identifier = identifierOf(label);
    if (identifier === "" || !this.book.links.has(identifier)) return undefined;
    const isCollapsed = this.text.startsWith("[]", this.at);
    if (!isFull && !isCollapsed && this.text[this.at] === "[") return undefined;
    const node = {
      type: isImage ? "imageReference" : "linkReference",
      children: [],
      identifier,
      label: decode(label),
      referenceType: isFull ? "full" : isCollapsed ? "collapsed" : "shortcut",
    } as unknown as Parents;
    return { node, end: isFull ? behind.end : this.at + (isCollapsed ? 2 : 0) };
  }

  /** An address in angle brackets, or HTML. */
  private readPointed(): boolean {
    const link = this.match(autolink);
    if (link) {
      const words = link[1] ?? link[2] ?? "";
      const url = link[2] === undefined ? words : `mailto:${words}`;
      this.put({ type: "link", title: null, url, children: [{ type: "text", value: words }] });
      return true;
    }
    const from = this.at;
    if (this.match(htmlTag) || this.skipOther()) {
      this.put({ type: "html", value: this.text.slice(from, this.at) });
      return true;
    }
    return false;
  }

  /** A comment, instruction, declaration or CDATA. */
  private skipOther(): boolean {
    const [begins, ends, from] = others.find(([one]) => this.text.startsWith(one, this.at)) ?? [];
    if (begins === undefined || ends === undefined || from === undefined || this.missing.has(begins)) return false;
    if (begins === "<!" && !/[a-z]/i.test(this.text[this.at + 2] ?? "")) return false;
    const short = begins === "<!--" ? /^<!--?-?>/.exec(this.text.slice(this.at, this.at + 6))?.[0] : undefined;
    const found = short ? this.at + short.length - ends.length : this.text.indexOf(ends, this.at + from);
    if (found < 0) this.missing.add(begins);
    else this.at = found + ends.length;
    return found >= 0;
  }
}

function characterBefore(text: string, at: number): string {
  const last = text[at - 1] ?? "";
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(at - 2, at) : last;
}
