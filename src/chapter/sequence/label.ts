import { decodeEntities } from "./entities.ts";

/** Text as it is shown: a line break for `<br>` in its forms, entities decoded. */
export function readText(raw: string): string {
  const broken = raw.includes("<") ? raw.replace(/<\/?br\s*\/?>/gi, "\n") : raw;
  return decodeEntities(broken);
}

/** A message's, note's or block's text: `wrap:` and `nowrap:` at its head are about drawing. */
export function readLabel(raw: string): { text: string; wrap?: boolean } {
  const trimmed = raw.trim();
  const marker = /^:?(no)?wrap:/.exec(trimmed);
  if (marker === null) return { text: readText(trimmed) };
  return { text: readText(trimmed.slice(marker[0].length).trim()), wrap: marker[1] === undefined };
}
