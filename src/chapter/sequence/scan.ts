import { entityLength } from "./entities.ts";

export const NEWLINE = 10;
export const SEMICOLON = 59;
const HASH = 35;

/** Characters at which a name's first part stops (1), and those at which its further parts do too (2). */
const stops = new Uint8Array(128);
for (const char of "/\\()") stops[char.charCodeAt(0)] = 1;
for (const char of "+<->:\n,;") stops[char.charCodeAt(0)] = 2;

/** Whether no name may begin with this character. */
export function stopsName(code: number): boolean {
  return code < 128 && stops[code] !== 0;
}

/** Up to what ends an id: with `word`, a space too. */
export function scanId(text: string, at: number, word: boolean): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === HASH) {
      const entity = entityLength(text, end);
      if (entity > 0) end += entity - 1;
      continue;
    }
    // < > : \n , ; @
    if (code === 60 || code === 62 || code === 58 || code === 10 || code === 44 || code === 59 || code === 64) break;
    if (word && isSpace(code)) break;
  }
  return end;
}

/** Up to the end of the line, a `;` or a `#` comment. */
export function scanText(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === NEWLINE || code === SEMICOLON) break;
    if (code !== HASH) continue;
    const entity = entityLength(text, end);
    if (entity === 0) break;
    end += entity - 1;
  }
  return end;
}

/** Up to an arrow or a character that no name may hold. */
export function scanName(text: string, at: number): number {
  let end = scanPart(text, at, 1);
  for (;;) {
    if (startsArrow(text, end)) return end;
    const from = text.charCodeAt(end) === 45 ? end + 1 : end;
    const next = scanPart(text, from, 2);
    if (next === from) return end;
    end = next;
  }
}

/** Up to a character that stops at least as hard as `least`; entities are stepped over. */
function scanPart(text: string, at: number, least: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === HASH) {
      const entity = entityLength(text, end);
      if (entity > 0) end += entity - 1;
    } else if (code < 128 && (stops[code] ?? 0) >= least) break;
  }
  return end;
}

/** Whether a name must not go on here, since Mermaid sees the beginning of an arrow. */
function startsArrow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  if (code === 45) {
    if (next === 124) return third === 92 || third === 47;
    return next === 45 || next === 41 || next === 92 || next === 47 || (next | 32) === 120;
  }
  if (code === 47) return third === 45 && (next === 124 || next === 47);
  if (code === 92) return third === 45 && (next === 124 || next === 92);
  return code === 40 && next === 41;
}

/** Mermaid's numbers end at a space or a line end; anything else is a name. */
export function scanNumber(text: string, at: number): number {
  const digit = (offset: number): boolean => text.charCodeAt(offset) >= 48 && text.charCodeAt(offset) <= 57;
  let end = at;
  while (digit(end)) end++;
  if (text.charCodeAt(end) === 46 && digit(end + 1)) end += digit(end + 2) ? 3 : 2;
  const after = text.charCodeAt(end);
  return after === 32 || after === NEWLINE ? end : at;
}

export function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** `\s` of a pattern. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 160 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The position behind an `as` that follows `at`; negative where a line end stands before it. */
export function findAlias(text: string, at: number): number | undefined {
  const word = skipSpace(text, at);
  if (word === at || (text.charCodeAt(word) | 32) !== 97 || (text.charCodeAt(word + 1) | 32) !== 115) return undefined;
  if (!isSpace(text.charCodeAt(word + 2))) return undefined;
  const newline = text.indexOf("\n", at);
  return newline >= 0 && newline < word ? -1 : word + 2;
}
