import type { ParticipantShape } from "../../model/participant.ts";

/** What Mermaid reads from a participant's `@{ … }`. */
export interface ParticipantConfig {
  readonly type?: string;
  readonly alias?: string;
}

const shapes: ReadonlySet<string> = new Set<ParticipantShape>([
  "participant",
  "actor",
  "boundary",
  "control",
  "entity",
  "database",
  "collections",
  "queue",
]);

export function isShape(type: string): type is ParticipantShape {
  return shapes.has(type);
}

/**
 * Reads `"type": "database", alias: "Store"`, or the same as YAML lines where the braces span several.
 * `undefined` where Mermaid's YAML reader would stop; keys other than these two are passed over.
 */
export function readConfig(braces: string): ParticipantConfig | undefined {
  const content = braces.trim();
  const entries = content.includes("\n") ? readLines(content) : readFlow(content);
  if (entries === undefined) return undefined;
  const type = entries.get("type");
  const alias = entries.get("alias");
  return { ...(type !== undefined && { type }), ...(alias !== undefined && { alias }) };
}

function readFlow(content: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  let at = skip(content, 0);
  while (at < content.length) {
    const key = readScalar(content, at, ":,");
    if (key === undefined) return undefined;
    at = skip(content, key.end);
    let value = "";
    if (content[at] === ":") {
      at = skip(content, at + 1);
      const read = content[at] === "," || at >= content.length ? { value: "", end: at } : readScalar(content, at, ",");
      if (read === undefined) return undefined;
      value = read.value;
      at = skip(content, read.end);
    }
    if (entries.has(key.value)) return undefined;
    entries.set(key.value, value);
    if (at >= content.length) break;
    if (content[at] !== ",") return undefined;
    at = skip(content, at + 1);
  }
  return entries;
}

function readLines(content: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  let indent = -1;
  for (const line of content.split("\n")) {
    const start = skip(line, 0);
    if (start >= line.length || line[start] === "#") continue;
    if (indent < 0) indent = start;
    if (indent !== start) return undefined;
    const key = readScalar(line, start, ":");
    if (key === undefined) return undefined;
    let at = skip(line, key.end);
    if (line[at] !== ":") return undefined;
    at = skip(line, at + 1);
    const value = at >= line.length ? { value: "", end: at } : readScalar(line, at, "");
    if (value === undefined || skip(line, value.end) < line.length || entries.has(key.value)) return undefined;
    entries.set(key.value, value.value);
  }
  return entries;
}

/** A quoted or plain YAML scalar; a plain one ends at one of `stops` (a `:` only where a blank follows), or at a comment. */
function readScalar(text: string, at: number, stops: string): { value: string; end: number } | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    let value = "";
    for (let end = at + 1; end < text.length; end++) {
      const char = text.charAt(end);
      if (char === "\\" && quote === '"') value += text.charAt(++end);
      else if (char !== quote) value += char;
      else if (quote === "'" && text[end + 1] === "'") value += text.charAt(end++);
      else return { value, end: end + 1 };
    }
    return undefined;
  }
  if (quote === undefined || "[]{}&*!|>%@`,:".includes(quote)) return undefined;
  let end = at;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    const blankNext = end + 1 >= text.length || /[\s,]/.test(text.charAt(end + 1));
    if (stops.includes(char) && (char !== ":" || blankNext)) break;
    if (char === "#" && /\s/.test(text.charAt(end - 1))) break;
    if (char === ":" && blankNext) return undefined;
    if (stops !== "" && "[]{}".includes(char)) return undefined;
  }
  return { value: text.slice(at, end).trim(), end };
}

function skip(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  return end;
}
