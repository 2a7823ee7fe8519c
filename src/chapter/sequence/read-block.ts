import type { BlockType } from "../../model/step.ts";
import { splitBoxText } from "./colors.ts";
import { readLabel, readText } from "./label.ts";
import type { Reading } from "./reading.ts";
import * as say from "./sayings.ts";

const types: ReadonlyMap<string, BlockType> = new Map([
  ["loop", "loop"],
  ["rect", "rect"],
  ["opt", "opt"],
  ["alt", "alt"],
  ["par", "par"],
  ["par_over", "par"],
  ["critical", "critical"],
  ["break", "break"],
]);
const openers: ReadonlyMap<string, BlockType> = new Map([
  ["else", "alt"],
  ["and", "par"],
  ["option", "critical"],
]);

export function isBlockWord(word: string): boolean {
  return types.has(word) || openers.has(word) || word === "end" || word === "box";
}

/** A block's first line, a branch's, an `end` or a `box`; the lexer stands on that word. */
export function readBlockLine(reading: Reading): boolean {
  const word = reading.lexer.value;
  if (word === "end") return readEnd(reading);
  if (word === "box") return readBox(reading);
  const opener = openers.get(word);
  const open = reading.blocks.at(-1);
  if (opener !== undefined && open?.type !== opener) return reading.fail(say.strayBranch(word, opener));
  const label = readLabel(reading.lexer.readLine()).text;
  reading.extend();
  const span = reading.span();
  const branch = { text: label, statements: [], directives: [], span };
  if (opener !== undefined && open !== undefined) {
    reading.openBranch(open, { ...branch, directives: reading.takeDirectives() });
    return true;
  }
  const type = types.get(word);
  if (type === undefined) return reading.fail(say.unreadable);
  reading.openBlock({
    word,
    type,
    ...(type === "rect" && { color: label }),
    directives: reading.takeDirectives(),
    span,
    branches: [],
    branch: type === "rect" ? { ...branch, text: "" } : branch,
  });
  return true;
}

function readEnd(reading: Reading): boolean {
  if (reading.box !== undefined) {
    reading.box = undefined;
    reading.participants.openBox = undefined;
    reading.pushAsWritten();
    return true;
  }
  if (reading.blocks.length > 0) {
    reading.dropDirectives();
    reading.closeBlock(reading.span().end);
    return true;
  }
  if (reading.lostBoxEnds === 0) return reading.fail(say.strayEnd);
  reading.lostBoxEnds--;
  reading.pushAsWritten();
  return true;
}

function readBox(reading: Reading): boolean {
  const { color, title } = splitBoxText(reading.lexer.readLine());
  reading.extend();
  const span = reading.span();
  const { boxes } = reading.participants;
  reading.participants.openBox = boxes.length;
  boxes.push({
    title: title === "" ? "" : readLabel(title).text,
    ...(color !== undefined && { color: readText(color) }),
    span,
  });
  reading.box = span;
  reading.pushAsWritten();
  return true;
}
