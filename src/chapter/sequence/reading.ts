import type { DiagramBranch, DiagramProblem, Directive, Statement } from "../../model/diagram.ts";
import type { Span } from "../../model/place.ts";
import type { Severity } from "../../model/problem.ts";
import type { BlockType } from "../../model/step.ts";
import { type CleanText, cleanText } from "./clean-text.ts";
import { Lexer } from "./lexer.ts";
import { Lines, type Origin } from "./lines.ts";
import { Participants } from "./participants.ts";
import { nothingBehind, type Saying, trailingBlank } from "./sayings.ts";
import type { TokenKind } from "./token-kind.ts";

/** A block whose `end` has not come yet. */
export interface OpenBlock {
  readonly word: string;
  readonly type: BlockType;
  readonly color?: string;
  readonly directives: readonly Directive[];
  /** Of its first line. */
  readonly span: Span;
  readonly branches: DiagramBranch[];
  branch: OpenBranch;
}

export interface OpenBranch {
  readonly text: string;
  readonly statements: Statement[];
  readonly directives: readonly Directive[];
  readonly span: Span;
}

const noDirectives: readonly Directive[] = [];

/** A diagram being read: the text, the place reached, and what was found so far. */
export class Reading {
  readonly source: string;
  readonly clean: CleanText;
  readonly lexer: Lexer;
  readonly participants = new Participants();
  readonly problems: DiagramProblem[] = [];
  readonly root: Statement[] = [];
  readonly blocks: OpenBlock[] = [];
  /** The first line of the box that is open. */
  box: Span | undefined;
  /** Boxes that a line closed which cannot stand in one: their own `end` is not stray. */
  lostBoxEnds = 0;
  created: string | undefined;
  destroyed: string | undefined;
  title: string | undefined;
  accTitle: string | undefined;
  accDescr: string | undefined;
  private readonly lines: Lines;
  private statements: Statement[] = this.root;
  private pending: Directive[] = [];
  private removedSeen = 0;
  private commentsSeen = 0;
  /** The statement under way, in offsets of the clean text. */
  private start = 0;
  private end = 0;

  constructor(source: string, at: Origin) {
    this.source = source;
    this.clean = cleanText(source);
    this.lexer = new Lexer(`${this.clean.text}\n`);
    this.lines = new Lines(source, at);
  }

  // ————— tokens

  /** Begins a statement at the token just read. */
  begin(start = this.lexer.start, end = this.lexer.end): void {
    this.start = start;
    this.end = end;
  }

  next(): TokenKind {
    const kind = this.lexer.next();
    if (kind !== "newline" && kind !== "end-of-text") this.extend();
    return kind;
  }

  /** The statement reaches as far as the lexer read, if that is still on its line. */
  extend(): void {
    if (this.lexer.end > this.end && !this.ranOn()) this.end = this.lexer.end;
  }

  /** The same where the statement itself may span lines. */
  extendOver(): void {
    this.end = Math.max(this.end, this.lexer.end);
  }

  /** True when the line ends as it should; Mermaid's lexer runs over a line end that has a blank before it. */
  readLineEnd(saying: Saying): boolean {
    if (this.next() === "newline") return true;
    return this.fail(this.ranOn() ? trailingBlank : saying);
  }

  /** Reports the statement under way and gives up its line. */
  fail(saying: Saying): false {
    const { lexer } = this;
    lexer.skipLine(this.end);
    const line = lexer.text.slice(this.start, lexer.position).trimEnd();
    this.end = Math.max(this.end, this.start + line.length);
    const span = this.span();
    // One problem a line is enough.
    const last = this.problems.at(-1);
    if (last?.severity !== "error" || last.span.line !== span.line) this.report("error", saying, span);
    return false;
  }

  /** True when the token just read stands on a later line than the statement. */
  ranOn(): boolean {
    const newline = this.lexer.text.indexOf("\n", this.end);
    return newline >= 0 && newline < this.lexer.start;
  }

  // ————— what was found

  /** Of the statement under way, in the file. */
  span(): Span {
    const start = this.clean.toSource(this.start);
    return this.lines.span(start, this.end > this.start ? this.clean.toSource(this.end - 1) + 1 : start);
  }

  report(severity: Severity, saying: Saying, span: Span): void {
    this.problems.push({ severity, ...saying, span });
  }

  push(statement: Statement): void {
    this.statements.push(statement);
  }

  /** Keeps a line as it stands, so that printing loses nothing. */
  pushAsWritten(): void {
    this.statements.push({ kind: "other", text: this.lexer.text.slice(this.start, this.end), span: this.span() });
  }

  /** The directives that wait for a statement to apply to. */
  takeDirectives(): readonly Directive[] {
    if (this.pending.length === 0) return noDirectives;
    const taken = this.pending;
    this.pending = [];
    return taken;
  }

  /** Nothing follows that directives could be about. */
  dropDirectives(): void {
    for (const { name, span } of this.takeDirectives()) this.report("error", nothingBehind(name), span);
  }

  /** Keeps the comments before `until`: directives wait for what follows, others are statements of their own. */
  flushComments(until: number): void {
    const { removed } = this.clean;
    const { comments } = this.lexer;
    for (;;) {
      const cut = removed[this.removedSeen];
      const comment = comments[this.commentsSeen];
      if (cut !== undefined && cut.at <= until && (comment === undefined || cut.at <= comment.start)) {
        this.removedSeen++;
        this.keepComment(this.source.slice(cut.start, cut.end).trimEnd(), cut.start, cut.kind === "comment");
      } else if (comment !== undefined && comment.start < until) {
        this.commentsSeen++;
        this.keepComment(
          this.lexer.text.slice(comment.start, comment.end).trimEnd(),
          this.clean.toSource(comment.start),
          false,
        );
      } else return;
    }
  }

  private keepComment(text: string, start: number, mayDirect: boolean): void {
    const span = this.lines.span(start, start + text.length);
    const directive = mayDirect ? /^%%\s*@([A-Za-z][\w-]*)/.exec(text) : null;
    if (directive === null) this.statements.push({ kind: "other", text, span });
    else this.pending.push({ name: directive[1] ?? "", text: text.slice(directive[0].length).trim(), span });
  }

  // ————— blocks

  openBlock(block: OpenBlock): void {
    this.blocks.push(block);
    this.statements = block.branch.statements;
  }

  openBranch(block: OpenBlock, branch: OpenBranch): void {
    this.endBranch(block, branch.span.start);
    block.branch = branch;
    this.statements = branch.statements;
  }

  /** Closes the innermost block at the end of the statement under way. */
  closeBlock(end: number): void {
    const block = this.blocks.pop();
    if (block === undefined) return;
    this.endBranch(block, end);
    this.statements = this.blocks.at(-1)?.branch.statements ?? this.root;
    const { type, color, branches, directives, span, word } = block;
    this.push({
      kind: "block",
      type,
      ...(word === "par_over" && { overlaps: true }),
      ...(color !== undefined && { color }),
      branches,
      directives,
      span: { ...span, end },
    });
  }

  private endBranch(block: OpenBlock, end: number): void {
    const { text, statements, directives, span } = block.branch;
    block.branches.push({ text, statements, directives, span: { ...span, end } });
  }

  /** The end of the text, in the file. */
  get textEnd(): number {
    return this.lines.at.offset + this.source.length;
  }

  wholeSpan(): Span {
    return this.lines.span(0, this.source.length);
  }
}
