import type { TextEdit } from "../text-edit.ts";
import { editsOfWords, escaped, type Renamed } from "./words.ts";

interface Line {
  readonly text: string;
  readonly offset: number;
}

/** What Mermaid reads as a line of its own. */
function linesOf(diagram: string): Line[] {
  let offset = 0;
  return diagram.split(/(?<=\n|;)/).map((text) => {
    const line = { text, offset };
    offset += text.length;
    return line;
  });
}

/** An id wherever it names the lifeline: before a message's colon, and behind the words that speak of lifelines. */
export function editsOfId(diagram: string, { from, to }: Renamed): TextEdit[] {
  const name = escaped(from);
  const letter = "[\\p{L}\\p{N}_]";
  // The cross of an arrow (`A-xB`) is a letter, but no part of the name behind it.
  const whole = new RegExp(`(?:(?<!${letter})|(?<=-x))${name}(?!${letter})`, "gu");
  return linesOf(diagram).flatMap(({ text, offset }) => {
    const [first, last] = stretch(text);
    return [...text.slice(first, last).matchAll(whole)].map(({ index }) => {
      const start = offset + first + index;
      return { start, end: start + from.length, text: to };
    });
  });
}

const declared = /^\s*(?:create\s+)?(?:participant|actor)\s+/i;
const silent =
  /^\s*(?:%%|#|title\b|accTitle\b|accDescr\b|(?:alt|else|opt|loop|par|par_over|and|critical|option|break|rect|box|autonumber)\b)/;
const speaks = /^\s*(?:activate|deactivate|destroy|links?|properties|details|note\s+(?:left\s+of|right\s+of|over))\s+/i;

/** The part of a line in which ids stand. */
function stretch(line: string): readonly [number, number] {
  const same = /^\s*%%\s*@same-as\s+/.exec(line);
  if (same) return [same[0].length, line.length];
  if (silent.test(line)) return [0, 0];
  const declares = declared.exec(line);
  if (declares) {
    const rest = line.slice(declares[0].length);
    const end = rest.search(/\s+as\s|@\{/);
    return [declares[0].length, end < 0 ? line.length : declares[0].length + end];
  }
  const start = speaks.exec(line)?.[0].length ?? 0;
  const colon = line.indexOf(":", start);
  return [start, colon < 0 ? line.length : colon];
}

const labelled = /^(\s*(?:create\s+)?(?:participant|actor)\s+(\S+)\s+as\s+)(\S.*?)\s*;?\s*$/i;

/** Each declaration with a label: whose it is, and where the label stands as it is written. */
export function labelsOf(diagram: string): { readonly id: string; readonly label: string; readonly start: number }[] {
  return linesOf(diagram).flatMap(({ text, offset }) => {
    const [, head = "", id = "", label = ""] = labelled.exec(text) ?? [];
    return label === "" ? [] : [{ id, label, start: offset + head.length }];
  });
}

/** Labels of a lifeline where it is declared, and in `@same-as`. */
export function editsOfLabels(diagram: string, id: string, names: readonly Renamed[]): TextEdit[] {
  return names.flatMap((name) => editsOfLabel(diagram, id, name));
}

function editsOfLabel(diagram: string, id: string, { from, to }: Renamed): TextEdit[] {
  const declarations = labelsOf(diagram).filter((each) => each.id === id && each.label === from);
  const same = linesOf(diagram).flatMap(({ text, offset }) => {
    const [, head = "", name = ""] = /^(\s*%%\s*@same-as\s+)(\S.*?)\s*$/.exec(text) ?? [];
    return name === from ? [offset + head.length] : [];
  });
  return [...declarations.map(({ start }) => start), ...same].map((start) => {
    return { start, end: start + from.length, text: to };
  });
}

/** What messages and notes say, in words. */
export function editsOfSayings(diagram: string, names: readonly Renamed[]): TextEdit[] {
  return linesOf(diagram).flatMap(({ text, offset }) => {
    if (silent.test(text) || declared.test(text)) return [];
    const colon = text.indexOf(":");
    return colon < 0 ? [] : editsOfWords(text.slice(colon), offset + colon, names);
  });
}
