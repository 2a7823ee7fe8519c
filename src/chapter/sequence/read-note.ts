import { readLabel } from "./label.ts";
import type { Reading } from "./reading.ts";
import * as say from "./sayings.ts";

/** A note; the lexer stands on `note`. */
export function readNote(reading: Reading): boolean {
  const { lexer, participants } = reading;
  const placement = reading.next();
  const over = placement === "keyword" && lexer.value === "over";
  if (!over && placement !== "left of" && placement !== "right of") return reading.fail(say.badNote);
  const first = reading.next();
  if (first === "keyword") return reading.fail(say.keywordAsName(lexer.value));
  if (first !== "name") return reading.fail(say.badNote);
  const ids = [lexer.value];
  let kind = reading.next();
  if (over && kind === "comma") {
    const second = reading.next();
    if (second === "keyword") return reading.fail(say.keywordAsName(lexer.value));
    if (second !== "name") return reading.fail(say.badNote);
    ids.push(lexer.value);
    kind = reading.next();
  }
  if (kind !== "text") return reading.fail(say.badNote);
  reading.extendOver();
  const label = readLabel(lexer.value.slice(1));
  const span = reading.span();
  if (!reading.readLineEnd(say.badNote)) return false;
  for (const id of ids) participants.mention(id, span);
  reading.push({
    kind: "note",
    position: over ? "over" : placement === "left of" ? "left" : "right",
    over: ids,
    ...label,
    directives: reading.takeDirectives(),
    span,
  });
  return true;
}

/** `links`, `link`, `properties` or `details` of a participant: kept as written. */
export function readLinks(reading: Reading): boolean {
  const { lexer } = reading;
  if (reading.next() !== "name") return reading.fail(say.badLinks);
  const id = lexer.value;
  if (reading.next() !== "text") return reading.fail(say.badLinks);
  reading.extendOver();
  reading.participants.mention(id, reading.span());
  reading.pushAsWritten();
  return reading.readLineEnd(say.badLinks);
}
