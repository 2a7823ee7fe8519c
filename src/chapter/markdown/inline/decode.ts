import { decodeNamedCharacterReference } from "decode-named-character-reference";

const escapes = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/gi;

/** What stands for an unprintable or impossible number of a character. */
const replacement = "\uFFFD";

/** The character of a reference, by its number or name; undefined for a name that HTML does not know. */
export function decodeReference(decimal?: string, hex?: string, name?: string): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isCharacter =
    (code > 31 || code === 9 || code === 10 || code === 12 || code === 13) &&
    !(code > 126 && code < 160) &&
    !(code > 0xd7ff && code < 0xe000) &&
    !(code > 0xfdcf && code < 0xfdf0) &&
    (code & 0xfffe) !== 0xfffe &&
    code <= 0x10ffff;
  return isCharacter ? String.fromCodePoint(code) : replacement;
}

/** The text with its backslashes and references resolved, as in a link's address or a fence's words. */
export function decode(text: string): string {
  return text.replace(
    escapes,
    (whole, mark?: string, decimal?: string, hex?: string, name?: string) =>
      mark ?? decodeReference(decimal, hex, name) ?? whole,
  );
}
