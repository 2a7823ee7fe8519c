import { findEntity } from "./entity-names.ts";

/** Windows-1252's characters at 128–159, which HTML puts in the place of control characters. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Mermaid's entities: `#35;` is the character of that decimal code, `#quot;` the one HTML calls so. A name that HTML
 * does not know is shown as Mermaid shows it, `&name;`.
 */
export function decodeEntities(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/#(\w+);/g, (_, body: string) => {
    if (/^\d+$/.test(body)) return fromCode(Number(body));
    return findEntity(body) ?? `&${body};`;
  });
}

function fromCode(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  if (code >= 128 && code < 160) return windows.charAt(code - 128);
  return String.fromCodePoint(code);
}

/** The length of the entity at `at` (where a `#` stands), 0 if it is none: then the `#` begins a comment. */
export function entityLength(text: string, at: number): number {
  let end = at + 1;
  while (isWord(text.charCodeAt(end))) end++;
  return end > at + 1 && text.charCodeAt(end) === 59 ? end + 1 - at : 0;
}

/** `\w` of a pattern without the unicode flag. */
export function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}
