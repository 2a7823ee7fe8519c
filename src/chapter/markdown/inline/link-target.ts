import { decode } from "./decode.ts";

/** Where a link leads, and where in the text the next character stands. */
export interface LinkTarget {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
}

const pointed = /<((?:\\.|[^\\<>\n\r])*)>/sy;
const quoted = /"((?:\\.|[^\\"])*)"|'((?:\\.|[^\\'])*)'|\(((?:\\.|[^\\()])*)\)/sy;
const labelled = /\[((?:\\[\\[\]]|[^\\[\]]|\\(?![\\[\]])){0,999})\]/y;
const deepestParentheses = 32;
/** So long, in UTF-16 units, may the name of a definition be (CommonMark 4.7). */
export const longestLabel = 999;

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\n".includes(text[at] ?? "-")) at += 1;
  return at;
}

/** A link's destination: in angle brackets, or up to the next space, with parentheses in pairs. */
export function readDestination(
  text: string,
  from: number,
): { readonly url: string; readonly end: number } | undefined {
  if (text[from] === "<") {
    pointed.lastIndex = from;
    const match = pointed.exec(text);
    return match ? { url: decode(match[1] ?? ""), end: pointed.lastIndex } : undefined;
  }
  let depth = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (text[at] === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? "")) at += 1;
    else if (text[at] === "(") {
      depth += 1;
      if (depth > deepestParentheses) return undefined;
    } else if (text[at] === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return depth === 0 ? { url: decode(text.slice(from, at)), end: at } : undefined;
}

/** A title in quotes or parentheses. */
export function readTitle(text: string, from: number): { readonly title: string; readonly end: number } | undefined {
  quoted.lastIndex = from;
  const match = quoted.exec(text);
  return match ? { title: decode(match[1] ?? match[2] ?? match[3] ?? ""), end: quoted.lastIndex } : undefined;
}

/** `(address "title")` behind a link's words. */
export function readTarget(text: string, from: number): LinkTarget | undefined {
  if (text[from] !== "(") return undefined;
  const start = skipSpaces(text, from + 1);
  const destination = text[start] === ")" ? { url: "", end: start } : readDestination(text, start);
  if (!destination) return undefined;
  const behind = skipSpaces(text, destination.end);
  const title = behind > destination.end ? readTitle(text, behind) : undefined;
  const end = title ? skipSpaces(text, title.end) : behind;
  return text[end] === ")" ? { url: destination.url, title: title?.title ?? null, end: end + 1 } : undefined;
}

/** `[label]`, without brackets in it; its text as it stands. */
export function readLabel(text: string, from: number): { readonly label: string; readonly end: number } | undefined {
  labelled.lastIndex = from;
  const match = labelled.exec(text);
  return match ? { label: match[1] ?? "", end: labelled.lastIndex } : undefined;
}

/** The name under which a definition is looked up: white space and case do not count. */
export function identifierOf(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
