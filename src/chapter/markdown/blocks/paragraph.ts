import type { Definition } from "mdast";
import { decode } from "../inline/decode.ts";
import { identifierOf, readDestination, readLabel, readTitle, skipSpaces } from "../inline/link-target.ts";
import type { Point } from "./line-cursor.ts";

/** A line of a paragraph: its text, and where it starts and ends. */
export interface ProseLine {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
}

/**
 * The definitions of links (`[name]: address "title"`) at the beginning of a paragraph, each of which may go over several
 * lines; what stands behind them is the paragraph.
 */
export function splitDefinitions(lines: readonly ProseLine[]): {
  readonly definitions: readonly Definition[];
  readonly rest: readonly ProseLine[];
} {
  const definitions: Definition[] = [];
  if (!lines[0]?.text.startsWith("[")) return { definitions, rest: lines };
  const text = lines.map((line) => line.text).join("\n");
  let from = 0;
  let first = 0;
  while (text[from] === "[") {
    const found = readDefinition(text, from);
    if (!found) break;
    const count = text.slice(from, found.end).split("\n").length;
    const [start, end] = [lines[first]?.start, lines[first + count - 1]?.end];
    definitions.push(start && end ? { ...found.node, position: { start, end } } : found.node);
    from = found.end + 1;
    first += count;
  }
  return { definitions, rest: lines.slice(first) };
}

function readDefinition(text: string, at: number): { readonly node: Definition; readonly end: number } | undefined {
  const label = readLabel(text, at);
  if (!label || text[label.end] !== ":" || label.label.trim() === "") return undefined;
  const from = skipSpaces(text, label.end + 1);
  const destination = from < text.length ? readDestination(text, from) : undefined;
  if (!destination) return undefined;
  const of = (title: string | null, end: number) => {
    const identifier = identifierOf(label.label);
    const node: Definition = {
      type: "definition",
      identifier,
      label: decode(label.label),
      title,
      url: destination.url,
    };
    return { node, end };
  };
  const behind = skipSpaces(text, destination.end);
  const title = behind > destination.end ? readTitle(text, behind) : undefined;
  const end = title && endOfLine(text, title.end);
  if (title && end !== undefined) return of(title.title, end);
  // What looked like a title is not: then the address must be the last of its line.
  const plainEnd = endOfLine(text, destination.end);
  return plainEnd === undefined ? undefined : of(null, plainEnd);
}

/** The end of the line, if nothing but white space comes before it. */
function endOfLine(text: string, from: number): number | undefined {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at === text.length || text[at] === "\n" ? at : undefined;
}
