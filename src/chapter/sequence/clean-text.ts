import { findFrontMatter } from "./front-matter.ts";

/** A stretch that Mermaid takes out before it parses, in offsets of the source. `at` is where it stood in the clean text. */
export interface Removed {
  readonly kind: "comment" | "config" | "front-matter";
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/**
 * The text as Mermaid's parser gets to see it: front matter, `%%{…}%%` and comment lines gone, every line end a `\n`.
 * Entities stay as written; the lexer steps over them.
 */
export interface CleanText {
  readonly text: string;
  /** In the order of the text. */
  readonly removed: readonly Removed[];
  /** From an offset of the clean text to one of the source. Fastest when asked in rising order. */
  readonly toSource: (offset: number) => number;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind?: Removed["kind"];
  /** What is shown of it: a comment without the blank lines before it. */
  readonly from?: number;
  readonly to?: number;
}

export function cleanText(source: string): CleanText {
  let draft: Draft = { text: source, cuts: [] };
  if (source.includes("\r")) draft = withoutCarriageReturns(draft);
  if (draft.text.includes('="')) draft = { ...draft, text: softenTagQuotes(draft.text) };
  const frontMatter = findFrontMatter(draft.text);
  if (frontMatter !== undefined) draft = without(draft, [{ start: 0, end: frontMatter.length, kind: "front-matter" }]);
  if (draft.text.includes("%%{")) draft = without(draft, findConfigs(draft.text));
  if (draft.text.includes("%%")) draft = without(draft, findComments(draft.text));
  const text = trimStyleSemicolons(draft.text);
  return finish(text, draft.cuts);
}

/** A text and the cuts that led to it, sorted, in offsets of the source. */
interface Draft {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

function withoutCarriageReturns(draft: Draft): Draft {
  const cuts: Cut[] = [];
  for (let at = draft.text.indexOf("\r\n"); at >= 0; at = draft.text.indexOf("\r\n", at + 2)) {
    cuts.push({ start: at, end: at + 1 });
  }
  return { text: draft.text.replace(/\r\n?/g, "\n"), cuts };
}

/** Mermaid turns `<a b="c">` into `<a b='c'>` first of all; the length stays. */
function softenTagQuotes(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", Math.max(open + 1, done))) {
    if (!/\w/.test(text.charAt(open + 1))) continue;
    const close = text.indexOf(">", open);
    if (close < 0) break;
    parts.push(text.slice(done, open), text.slice(open, close).replace(/="([^"]*)"/g, "='$1'"));
    done = close;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

/** Mermaid's directive pattern, by hand, since the pattern itself is slow on hostile text. */
function findConfigs(text: string): Cut[] {
  const cuts: Cut[] = [];
  const word = /\w+/y;
  const space = /\s*/y;
  const skip = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : from;
  };
  let at = text.indexOf("%%{");
  while (at >= 0) {
    const nameStart = skip(space, at + 3);
    let end = skip(word, nameStart);
    if (end === nameStart) {
      at = text.indexOf("%%{", at + 1);
      continue;
    }
    const colon = skip(space, end);
    if (text[colon] === ":") end = colon + 1;
    const valueStart = skip(space, end);
    end = skip(word, valueStart);
    if (end === valueStart) {
      const close = text.indexOf("}%%", valueStart);
      end = close < 0 ? text.length : close;
    }
    end = skip(space, end);
    if (text.startsWith("}%%", end)) end += 3;
    cuts.push({ start: at, end, kind: "config" });
    at = text.indexOf("%%{", end);
  }
  return cuts;
}

/** `%%` lines, together with the blank lines before them. */
function findComments(text: string): Cut[] {
  const cuts: Cut[] = [];
  let done = 0;
  for (let at = text.indexOf("%%"); at >= 0; at = text.indexOf("%%", Math.max(done, at + 1))) {
    let lineStart = at;
    while (lineStart > done && text[lineStart - 1] !== "\n" && isSpace(text.charCodeAt(lineStart - 1))) lineStart--;
    if (lineStart > 0 && lineStart !== done && text[lineStart - 1] !== "\n") continue;
    const next = text[at + 2];
    if (next === undefined || next === "{" || next === "\n") continue;
    const lineEnd = text.indexOf("\n", at);
    const to = lineEnd < 0 ? text.length : lineEnd;
    let start = lineStart;
    while (start > done && isSpace(text.charCodeAt(start - 1))) start--;
    // The line end before the blank lines belongs to the statement that it closes.
    const keep = start > 0 && start < lineStart ? text.indexOf("\n", start) + 1 : start;
    const end = lineEnd < 0 ? to : lineEnd + 1;
    cuts.push({ start: Math.max(keep, done), end, kind: "comment", from: at, to });
    done = end;
  }
  return cuts;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /\s/.test(String.fromCharCode(code)));
}

/** Takes stretches out of a draft; `found` is in offsets of the draft's own text, sorted and apart. */
function without(draft: Draft, found: readonly Cut[]): Draft {
  if (found.length === 0) return draft;
  const toSource = makeMap(draft.cuts);
  const kept: string[] = [];
  const cuts: Cut[] = [];
  let done = 0;
  for (const cut of found) {
    kept.push(draft.text.slice(done, cut.start));
    done = cut.end;
    const start = toSource(cut.start);
    const from = cut.from === undefined ? start : toSource(cut.from);
    const to = cut.to === undefined ? toSource(cut.end - 1) + 1 : toSource(cut.to - 1) + 1;
    cuts.push({ start, end: toSource(cut.end - 1) + 1, from, to, ...(cut.kind && { kind: cut.kind }) });
  }
  kept.push(draft.text.slice(done));
  return { text: kept.join(""), cuts: merge(draft.cuts, cuts) };
}

/** Two sorted lists as one; a cut that lies inside another keeps its kind but takes out nothing more. */
function merge(a: readonly Cut[], b: readonly Cut[]): Cut[] {
  return a.length === 0 ? [...b] : [...a, ...b].sort((x, y) => x.start - y.start || y.end - x.end);
}

function makeMap(cuts: readonly Cut[]): (offset: number) => number {
  const first = cuts[0];
  if (first === undefined) return (offset) => offset;
  // The stretches of the source that are left: clean offsets from `at[i]` on stand at `at[i] + shift[i]`.
  const at: number[] = [0];
  const shift: number[] = [0];
  let gone = 0;
  let reached = 0;
  for (const cut of cuts) {
    if (cut.end <= reached) continue;
    const start = Math.max(cut.start, reached);
    const clean = start - gone;
    gone += cut.end - start;
    reached = cut.end;
    if (at[at.length - 1] === clean) shift[shift.length - 1] = gone;
    else {
      at.push(clean);
      shift.push(gone);
    }
  }
  let last = 0;
  return (offset) => {
    if (offset < (at[last] ?? 0)) last = 0;
    while (last + 1 < at.length && (at[last + 1] ?? 0) <= offset) last++;
    return offset + (shift[last] ?? 0);
  };
}

function finish(text: string, cuts: readonly Cut[]): CleanText {
  const removed: Removed[] = [];
  let gone = 0;
  let reached = 0;
  for (const cut of cuts) {
    const start = Math.max(cut.start, reached);
    if (cut.kind) {
      removed.push({ kind: cut.kind, start: cut.from ?? cut.start, end: cut.to ?? cut.end, at: start - gone });
    }
    if (cut.end > reached) {
      gone += cut.end - start;
      reached = cut.end;
    }
  }
  // A comment's cut begins at the blank lines before it, so the order of the cuts is not that of what they show.
  removed.sort((a, b) => a.start - b.start);
  return { text, removed: keepOutermost(removed), toSource: makeMap(cuts) };
}

/** A config inside a comment is shown with the comment. */
function keepOutermost(removed: readonly Removed[]): Removed[] {
  let shown = 0;
  return removed.filter(({ end }) => {
    const outside = end > shown;
    shown = Math.max(shown, end);
    return outside;
  });
}

/**
 * Mermaid drops the last `;` of a line that looks like a CSS style (`style…:#…;`), in any diagram.
 * A space takes its place here, so that the offsets stay.
 */
function trimStyleSemicolons(text: string): string {
  if (!text.includes("style") && !text.includes("classDef")) return text;
  return text
    .split("\n")
    .map((line) => dropAfter(dropAfter(line, "style"), "classDef"))
    .join("\n");
}

function dropAfter(line: string, word: string): string {
  const start = line.indexOf(word);
  const last = line.lastIndexOf(";");
  if (start < 0 || last < 0) return line;
  let colon = false;
  for (let at = start + word.length; at < last; at++) {
    const char = line.charCodeAt(at);
    if (char === 58) colon = true;
    else if (isSpace(char)) colon = false;
    else if (char === 35 && colon) return `${line.slice(0, last)} ${line.slice(last + 1)}`;
  }
  return line;
}
