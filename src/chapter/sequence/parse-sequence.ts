import type { Diagram } from "../../model/diagram.ts";
import { findFrontMatter } from "./front-matter.ts";
import { readText } from "./label.ts";
import type { Origin } from "./lines.ts";
import { isBlockWord, readBlockLine } from "./read-block.ts";
import { readChange, readDeclaration } from "./read-declaration.ts";
import { readMessage } from "./read-message.ts";
import { readLinks, readNote } from "./read-note.ts";
import { Reading } from "./reading.ts";
import * as say from "./sayings.ts";
import type { TokenKind } from "./token-kind.ts";

/**
 * Reads a Mermaid sequence diagram as Mermaid 12.3 does. Total: what Mermaid rejects is a problem of severity `error`
 * at its line, and the rest is read on. `at` says where `text` begins in its file; all spans are of the file.
 */
export function parseSequence(text: string, at: Origin = { offset: 0, line: 1, column: 1 }): Diagram {
  const reading = new Reading(text, at);
  if (reading.clean.removed[0]?.kind === "front-matter") {
    reading.title = findFrontMatter(text.replace(/\r\n?/g, "\n"))?.title;
  }
  readHeader(reading);
  for (;;) {
    const kind = reading.lexer.next();
    reading.flushComments(kind === "end-of-text" ? Number.POSITIVE_INFINITY : reading.lexer.start);
    if (kind === "end-of-text") break;
    if (kind === "newline") continue;
    reading.begin();
    readStatement(reading, kind);
  }
  finish(reading);
  const { title, accTitle, accDescr, participants, root, problems } = reading;
  return {
    participants: participants.list(),
    statements: root,
    ...(title !== undefined && { title }),
    ...(accTitle !== undefined && { accTitle }),
    ...(accDescr !== undefined && { accDescr }),
    boxes: participants.boxes,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    span: reading.wholeSpan(),
  };
}

function readHeader(reading: Reading): void {
  const { lexer } = reading;
  const start = lexer.text.length - lexer.text.trimStart().length;
  if (/^sequenceDiagram\b/.test(lexer.text.slice(start, start + 16))) {
    lexer.position = start + 15;
    return;
  }
  // A header that stands further down is where the diagram begins; what is before it is one problem.
  const later = /^[^\S\n]*sequenceDiagram\b/m.exec(lexer.text.slice(start));
  const lineEnd = lexer.text.indexOf("\n", start);
  const until = later === null ? (lineEnd < 0 ? lexer.text.length : lineEnd) : start + later.index;
  const before = lexer.text.slice(start, until).trimEnd();
  lexer.position = later === null ? start : start + later.index + later[0].length;
  reading.begin(before === "" ? 0 : start, before === "" ? 0 : start + before.length);
  const unclosed = before.startsWith("---");
  reading.report("error", unclosed ? say.openFrontMatter : say.noHeader, reading.span());
  if (later === null && (unclosed || /^sequenceDiagram/i.test(before))) lexer.skipLine(start);
}

function readStatement(reading: Reading, kind: TokenKind): boolean {
  const { lexer } = reading;
  const word = lexer.value;
  if (reading.box !== undefined && !mayStandInBox(kind, word)) {
    reading.report("error", say.inBox(), reading.span());
    reading.box = undefined;
    reading.participants.openBox = undefined;
    reading.lostBoxEnds++;
  }
  switch (kind) {
    case "name":
      return readMessage(reading);
    case "title":
      reading.title = readText(word.replace(/^:/, "").trim());
      reading.pushAsWritten();
      return true;
    case "acc-title":
    case "acc-descr":
    case "acc-descr-braces":
      return readAccessible(reading, kind);
    case "stray":
      reading.report("warning", say.nothingInside, reading.span());
      reading.pushAsWritten();
      return true;
    case "keyword":
      return readKeyword(reading, word);
    default:
      return reading.fail(say.unreadable);
  }
}

function readKeyword(reading: Reading, word: string): boolean {
  if (isBlockWord(word)) return readBlockLine(reading);
  switch (word) {
    case "participant":
    case "actor":
      return readDeclaration(reading, false);
    case "create": {
      if (reading.next() !== "keyword") return reading.fail(say.createNeeds);
      const { value } = reading.lexer;
      if (value !== "participant" && value !== "actor" && value !== "destroy") return reading.fail(say.createNeeds);
      reading.extendOver();
      return readDeclaration(reading, true);
    }
    case "destroy":
    case "activate":
    case "deactivate":
      return readChange(reading);
    case "note":
      return readNote(reading);
    case "links":
    case "link":
    case "properties":
    case "details":
      return readLinks(reading);
    case "autonumber":
      return readAutonumber(reading);
    default:
      return reading.fail(say.unreadable);
  }
}

function mayStandInBox(kind: TokenKind, word: string): boolean {
  return kind === "keyword" && (word === "participant" || word === "actor" || word === "destroy" || word === "end");
}

function readAutonumber(reading: Reading): boolean {
  const numbers: number[] = [];
  const { lexer } = reading;
  let kind = reading.next();
  const off = kind === "keyword" && lexer.value === "off";
  if (off) {
    reading.extendOver();
    kind = reading.next();
  }
  for (; kind === "number" && !off && numbers.length < 2; kind = reading.next()) {
    reading.extendOver();
    numbers.push(Number(lexer.value));
  }
  const [start, step] = numbers;
  if (kind !== "newline") return reading.fail(reading.ranOn() ? say.trailingBlank : say.badAutonumber);
  reading.push({
    kind: "autonumber",
    on: !off,
    ...(start !== undefined && { start }),
    ...(step !== undefined && { step }),
    span: reading.span(),
  });
  return true;
}

function readAccessible(reading: Reading, kind: "acc-title" | "acc-descr" | "acc-descr-braces"): boolean {
  const { lexer } = reading;
  const braces = kind === "acc-descr-braces" ? lexer.readBraces() : undefined;
  const text = readText((braces === undefined ? lexer.readRawLine() : braces.content).trim());
  reading.extendOver();
  if (braces?.closed === false) reading.report("warning", say.openBraces, reading.span());
  if (kind === "acc-title") reading.accTitle = text;
  // Mermaid reads an open brace to the end of the text, and then forgets what it read.
  else reading.accDescr = braces?.closed === false ? "" : text.replace(/\n\s+/g, "\n");
  reading.pushAsWritten();
  return true;
}

function finish(reading: Reading): void {
  reading.dropDirectives();
  for (let block = reading.blocks.at(-1); block !== undefined; block = reading.blocks.at(-1)) {
    reading.report("error", say.unclosed(block.word), block.span);
    reading.closeBlock(reading.textEnd);
  }
  if (reading.box !== undefined) reading.report("error", say.unclosed("box"), reading.box);
}
