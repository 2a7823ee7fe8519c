import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  Root,
  Table,
  TableRow,
} from "mdast";
import type { Book } from "../inline/book.ts";
import { decode } from "../inline/decode.ts";
import { identifierOf } from "../inline/link-target.ts";
import { endAtLastChild, setEnd } from "./ends.ts";
import { findHtmlStart, type HtmlEnd } from "./html-start.ts";
import type { Leaf } from "./leaf.ts";
import { LineCursor, type Point } from "./line-cursor.ts";
import { endsFence, fence, marker, note, rule, trimHashes, underline } from "./line-kinds.ts";
import { type ProseLine, splitDefinitions } from "./paragraph.ts";
import { cutCells, readAlignments, readRow } from "./table-line.ts";
import type { Worded } from "./worded.ts";

export interface Blocks {
  readonly root: Root;
  readonly worded: readonly Worded[];
  readonly book: Book;
}

/** A quotation, list item or footnote that the next line may go on with. */
interface Container {
  readonly node: Root | Blockquote | ListItem | FootnoteDefinition;
  /** Columns that a line of it is indented by; 0 for the file and quotations. */
  readonly indent: number;
}

/** Reads the blocks of a text, line by line: CommonMark's, GFM's tables and footnotes. */
export function readBlocks(source: string): Blocks {
  return new BlockReader(source).read();
}

class BlockReader {
  private readonly cursor: LineCursor;
  private readonly root: Root = { type: "root", children: [] };
  private readonly open: Container[] = [{ node: this.root, indent: 0 }];
  private readonly worded: Worded[] = [];
  private readonly book: Book = { links: new Set(), footnotes: new Set() };
  /** With which sign a list was begun: another begins another list. */
  private readonly marks = new WeakMap<List, string>();
  /** How many of the open containers this line goes on with. */
  private depth = 1;
  private leaf: Leaf | undefined;
  /** The line before was blank, and so might part what stands around it. */
  private blankBefore = false;

  constructor(source: string) {
    this.cursor = new LineCursor(source);
  }

  read(): Blocks {
    this.readFrontMatter();
    while (this.cursor.nextLine()) this.readLine();
    this.endFile();
    endAtLastChild(this.root);
    return { root: this.root, worded: this.worded, book: this.book };
  }

  /** A fence or HTML that nothing closes goes on to the end of the file, the last break included. */
  private endFile(): void {
    const { leaf, cursor } = this;
    const { source, end, line } = cursor;
    if (end < source.length && (leaf?.kind === "fence" || (leaf?.kind === "html" && leaf.ends !== "blank"))) {
      setEnd(leaf.node, { line: line + 1, column: 1, offset: source.length });
      if (leaf.kind === "html") leaf.lines.push(source.slice(end));
    }
    this.closeLeaf();
  }

  /** YAML between two lines of three dashes, at the start of the file. */
  private readFrontMatter(): void {
    const match = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)?^---[ \t]*$/m.exec(this.cursor.source);
    if (match?.index !== 0) return;
    const start = { line: 1, column: 1, offset: 0 };
    while (this.cursor.nextLine() && this.cursor.end < match[0].length);
    this.root.children.push({
      type: "yaml",
      value: match[1] ?? "",
      position: { start, end: this.cursor.point(this.cursor.end) },
    });
  }

  private readLine(): void {
    const { cursor } = this;
    this.depth = 1;
    while (this.depth < this.open.length && this.goesOn(this.open[this.depth])) this.depth += 1;
    const isWhole = this.depth === this.open.length;
    if (isWhole && this.growsCode()) {
      this.blankBefore = false;
      return;
    }
    let isMarked = false;
    while (!cursor.isBlank() && this.startsContainer()) isMarked = true;
    if (cursor.isBlank()) this.readBlank(isMarked);
    else this.readWords();
  }

  private readWords(): void {
    const isLazy = this.depth < this.open.length && this.leaf?.kind === "paragraph";
    if (!this.startsLeaf()) {
      if (this.leaf?.kind === "paragraph" && (isLazy || this.depth === this.open.length)) this.growParagraph(isLazy);
      else if (this.leaf?.kind === "table" && this.depth === this.open.length) this.addRow(this.leaf.node);
      else this.startParagraph();
    }
    this.blankBefore = false;
  }

  private goesOn(container: Container | undefined): boolean {
    const { cursor } = this;
    if (!container) return false;
    if (container.node.type === "blockquote") return cursor.indent() < 4 && this.takeQuoteMark();
    if (cursor.isBlank()) return container.node.children.length > 0;
    if (cursor.indent() < container.indent) return false;
    cursor.skipColumns(container.indent);
    return true;
  }

  private takeQuoteMark(): boolean {
    const { cursor } = this;
    const at = cursor.firstWord();
    if (at === cursor.end || cursor.source[at] !== ">") return false;
    cursor.skipSpace();
    cursor.skip(1);
    cursor.skipColumns(1);
    return true;
  }

  /** A line within code or HTML, which nothing else can be. */
  private growsCode(): boolean {
    const { cursor, leaf } = this;
    if (leaf?.kind === "fence") {
      const isEnd = cursor.indent() < 4 && endsFence(cursor.source.slice(cursor.firstWord(), cursor.end), leaf.mark);
      if (!isEnd) {
        cursor.skipColumns(leaf.indent);
        leaf.lines.push(this.nextLine(leaf.lines));
      }
      setEnd(leaf.node, cursor.point(cursor.end));
      if (isEnd) this.closeLeaf();
      return true;
    }
    if (leaf?.kind === "html") {
      if (leaf.ends === "blank" && cursor.isBlank()) return false;
      const line = this.nextLine(leaf.lines);
      leaf.lines.push(line);
      setEnd(leaf.node, cursor.point(cursor.end));
      if (leaf.ends !== "blank" && leaf.ends.test(line)) this.closeLeaf();
      return true;
    }
    if (leaf?.kind !== "indented") return false;
    if (cursor.isBlank()) {
      cursor.skipColumns(4);
      leaf.blanks.push(cursor.lead + cursor.rest());
      return true;
    }
    if (cursor.indent() < 4) return false;
    cursor.skipColumns(4);
    leaf.lines.push(leaf.blanks.join(""), cursor.lead + cursor.rest());
    leaf.blanks = [];
    setEnd(leaf.node, cursor.point(cursor.end));
    return true;
  }

  /** The rest of the line, behind the break that parts it from the block's line before. */
  private nextLine(before: readonly string[]): string {
    return (before.length > 0 ? this.cursor.lead : "") + this.cursor.rest();
  }

  private readBlank(wasMarked: boolean): void {
    // A blank line ends what is no code; code in a container that the line does not go on with ended before.
    if (this.depth < this.open.length || this.leaf?.kind !== "fence") this.closeToDepth();
    // Behind a mark, or in a quotation, it parts nothing.
    this.blankBefore = !wasMarked && this.open.at(-1)?.node.type !== "blockquote";
  }

  /** Closes what this line does not go on with, and the block at the end. */
  private closeToDepth(): void {
    this.closeLeaf();
    this.open.length = this.depth;
  }

  /** Puts a block where the line stands, after closing what came before. */
  private add(node: BlockContent | DefinitionContent): void {
    this.closeToDepth();
    const parent = this.open.at(-1)?.node ?? this.root;
    if (this.blankBefore && parent.type === "listItem" && parent.children.length > 0) parent.spread = true;
    (parent.children as (BlockContent | DefinitionContent)[]).push(node);
  }

  private at(from: number): { start: Point; end: Point } {
    return { start: this.cursor.point(from), end: this.cursor.point(this.cursor.end) };
  }

  private startsContainer(): boolean {
    const { cursor } = this;
    const indent = cursor.indent();
    if (indent >= 4) return false;
    const from = cursor.firstWord();
    const line = cursor.source.slice(from, cursor.end);
    if (line[0] === ">") {
      const node: Blockquote = { type: "blockquote", children: [], position: this.at(from) };
      this.add(node);
      this.takeQuoteMark();
      return this.enter({ node, indent: 0 });
    }
    const interrupts = this.leaf?.kind === "paragraph" && this.depth === this.open.length;
    const label = note.exec(line);
    if (label) {
      const identifier = identifierOf(label[1] ?? "");
      const node: FootnoteDefinition = {
        type: "footnoteDefinition",
        identifier,
        label: decode(label[1] ?? ""),
        children: [],
        position: this.at(from),
      };
      this.book.footnotes.add(identifier);
      this.add(node);
      cursor.skipSpace();
      cursor.skip(label[0].length);
      cursor.skipSpace();
      return this.enter({ node, indent: 4 });
    }
    const mark = marker.exec(line);
    if (!mark || (interrupts && underline.test(line)) || rule.test(line)) return false;
    const isBare = line.slice(mark[0].length).trim() === "";
    if (interrupts && (isBare || (mark[2] !== undefined && mark[2] !== "1"))) return false;
    const position = this.at(from);
    const list = this.listFor(mark[2] === undefined ? undefined : Number(mark[2]), mark[1] ?? mark[3] ?? "", position);
    const node: ListItem = { type: "listItem", spread: false, checked: null, children: [], position };
    list.children.push(node);
    cursor.skipSpace();
    cursor.skip(mark[0].length);
    const behind = isBare ? 1 : cursor.indent();
    const padding = behind > 4 ? 1 : behind;
    cursor.skipColumns(padding);
    return this.enter({ node, indent: indent + mark[0].length + padding });
  }

  /** The list that the item goes on with, or a new one. */
  private listFor(start: number | undefined, mark: string, position: { start: Point; end: Point }): List {
    const last = this.open[this.depth - 1]?.node.children.at(-1);
    if (last?.type === "list" && this.marks.get(last) === mark) {
      this.closeToDepth();
      if (this.blankBefore) last.spread = true;
      return last;
    }
    const ordered = start !== undefined;
    const list: List = { type: "list", ordered, start: start ?? null, spread: false, children: [], position };
    this.marks.set(list, mark);
    this.add(list);
    return list;
  }

  private enter(container: Container): true {
    this.open.push(container);
    this.depth = this.open.length;
    this.blankBefore = false;
    return true;
  }

  private startsLeaf(): boolean {
    const { cursor } = this;
    const from = cursor.firstWord();
    const interrupts = this.leaf?.kind === "paragraph";
    const isWhole = this.depth === this.open.length;
    if (cursor.indent() >= 4) return !interrupts && this.startIndented();
    const line = cursor.source.slice(from, cursor.end);
    const heading = /^(#{1,6})(?:[ \t]|$)/.exec(line);
    if (heading)
      return this.addHeading(heading[1]?.length ?? 1, trimHashes(line.slice(heading[0].length)), this.at(from));
    const fenced = fence.exec(line);
    if (fenced) return this.startFence(fenced, from);
    const html = line[0] === "<" ? findHtmlStart(line, interrupts && isWhole) : undefined;
    if (html) return this.startHtml(html);
    if (isWhole && this.leaf?.kind === "paragraph" && underline.test(line) && this.underlines(line)) return true;
    if (rule.test(line)) {
      this.add({ type: "thematicBreak", position: this.at(from) });
      return true;
    }
    return isWhole && this.leaf?.kind === "paragraph" && !this.leaf.lazy && this.startsTable(line);
  }

  private startIndented(): true {
    const { cursor } = this;
    const node: Code = { type: "code", lang: null, meta: null, value: "", position: this.at(cursor.restFrom()) };
    cursor.skipColumns(4);
    this.add(node);
    this.leaf = { kind: "indented", node, lines: [cursor.rest()], blanks: [] };
    return true;
  }

  private startFence(match: RegExpExecArray, from: number): true {
    const words = /^(\S+)(?:\s+(.*))?$/.exec((match[2] ?? match[4] ?? "").trim());
    const lang = words ? decode(words[1] ?? "") : null;
    const meta = words?.[2] === undefined ? null : decode(words[2]);
    const node: Code = { type: "code", lang, meta, value: "", position: this.at(from) };
    const indent = this.cursor.indent();
    this.add(node);
    this.leaf = { kind: "fence", node, mark: match[1] ?? match[3] ?? "", indent, lines: [] };
    return true;
  }

  private startHtml(ends: HtmlEnd): true {
    const { cursor } = this;
    const node: Html = { type: "html", value: "", position: this.at(cursor.restFrom()) };
    this.add(node);
    const line = cursor.rest();
    this.leaf = { kind: "html", node, lines: [line], ends };
    if (ends !== "blank" && ends.test(line)) this.closeLeaf();
    return true;
  }

  private addHeading(depth: number, text: string, position: Heading["position"]): true {
    const node: Heading = { type: "heading", depth: depth as Heading["depth"], children: [] };
    if (position) node.position = position;
    this.add(node);
    this.worded.push({ node, text });
    return true;
  }

  /** The line makes a heading of the paragraph above it, if anything but definitions is in that. */
  private underlines(line: string): boolean {
    const leaf = this.leaf;
    if (leaf?.kind !== "paragraph") return false;
    const rest = this.defineFrom(leaf);
    this.leaf = undefined;
    this.remove(leaf.node);
    // Nothing but definitions: the line is a paragraph, or a rule.
    if (rest.length === 0) return false;
    this.blankBefore = false;
    const end = this.cursor.point(this.cursor.end);
    return this.addHeading(line[0] === "=" ? 1 : 2, textOf(rest), { start: leaf.lines[0]?.start ?? end, end });
  }

  /** A line of dashes under the last line of a paragraph, with as many cells, makes a table of both. */
  private startsTable(line: string): boolean {
    const leaf = this.leaf;
    const align = readAlignments(line);
    if (!align || leaf?.kind !== "paragraph") return false;
    const head = leaf.lines.at(-1);
    if (!head || cutCells(head.text).length !== align.length) return false;
    leaf.lines.pop();
    const position = { start: head.start, end: this.cursor.point(this.cursor.end) };
    const node: Table = { type: "table", align, children: [], position };
    const parent = this.open.at(-1)?.node ?? this.root;
    this.finishParagraph(leaf);
    this.leaf = undefined;
    (parent.children as BlockContent[]).push(node);
    node.children.push(this.rowOf(head.text, head.start));
    this.leaf = { kind: "table", node };
    return true;
  }

  private addRow(table: Table): void {
    const { cursor } = this;
    const from = cursor.firstWord();
    table.children.push(this.rowOf(cursor.source.slice(from, cursor.end), cursor.point(from)));
    setEnd(table, cursor.point(cursor.end));
  }

  private rowOf(line: string, start: Point): TableRow {
    const { row, worded } = readRow(line, start);
    for (const one of worded) this.worded.push(one);
    return row;
  }

  private startParagraph(): void {
    const node: Paragraph = { type: "paragraph", children: [] };
    this.add(node);
    this.leaf = { kind: "paragraph", node, lines: [], lazy: false };
    this.growParagraph(false);
  }

  private growParagraph(lazy: boolean): void {
    const { cursor, leaf } = this;
    if (leaf?.kind !== "paragraph") return;
    const from = cursor.firstWord();
    const start = cursor.point(from);
    let text = cursor.source.slice(from, cursor.end);
    if (leaf.lines.length === 0) {
      const item = this.open.at(-1)?.node;
      const box =
        item?.type === "listItem" && item.children.length === 1 ? /^\[([ \txX])\](?=[ \t]+\S)/.exec(text) : null;
      if (box && item?.type === "listItem") {
        item.checked = box[1] === "x" || box[1] === "X";
        text = text.slice(4);
      }
    }
    leaf.lines.push({ text, start, end: cursor.point(cursor.end) });
    leaf.lazy = lazy;
  }

  private closeLeaf(): void {
    const leaf = this.leaf;
    this.leaf = undefined;
    if (!leaf || leaf.kind === "table") return;
    if (leaf.kind === "paragraph") this.finishParagraph(leaf);
    else leaf.node.value = leaf.lines.join("");
  }

  private finishParagraph(leaf: Leaf & { kind: "paragraph" }): void {
    const rest = this.defineFrom(leaf);
    const [first] = rest;
    const last = rest.at(-1);
    if (first && last) {
      leaf.node.position = { start: first.start, end: last.end };
      this.worded.push({ node: leaf.node, text: textOf(rest) });
    } else this.remove(leaf.node);
  }

  /** Takes the paragraph, the last child, out again. */
  private remove(paragraph: Paragraph): void {
    const children = this.open.at(-1)?.node.children;
    if (children?.at(-1) === paragraph) children.pop();
  }

  /** Takes the definitions at the beginning of a paragraph out of it; what is left are the lines of the paragraph. */
  private defineFrom(leaf: Leaf & { kind: "paragraph" }): readonly ProseLine[] {
    const { definitions, rest } = splitDefinitions(leaf.lines);
    const parent = this.open.at(-1)?.node ?? this.root;
    for (const definition of definitions) {
      this.book.links.add(definition.identifier);
      (parent.children as DefinitionContent[]).splice(parent.children.length - 1, 0, definition);
    }
    return rest;
  }
}

/** The lines as one text; white space at their ends counts only before a break, as a hard one. */
const textOf = (lines: readonly ProseLine[]): string =>
  lines
    .map(({ text }) => text)
    .join("\n")
    .trimEnd();
