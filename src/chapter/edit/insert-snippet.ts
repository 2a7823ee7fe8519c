import type { Chapter } from "../../model/chapter.ts";
import type { Hop } from "../../model/hop.ts";
import type { Scenario } from "../../model/scenario.ts";
import { findFences } from "../markdown/find-fences.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { spanOf } from "../markdown/sections.ts";
import { parseChapter } from "../parse-chapter.ts";
import { type Cast, castSnippet } from "./cast-snippet.ts";
import { findFailureTable, insertFailure } from "./failure-table.ts";
import { freeName } from "./free-name.ts";
import type { HopSnippet, Snippet } from "./snippets.ts";
import type { TextEdit } from "./text-edit.ts";

/**
 * A snippet, fitted to the chapter: a hop comes behind the one at the cursor with the number that is due, or at the end
 * of the diagram when hops have no headings there; who takes part already is not declared again.
 */
export function insertSnippet(
  text: string,
  cursor: number,
  snippet: Snippet,
  file = "chapter.md",
): readonly TextEdit[] {
  const chapter = parseChapter(file, text);
  if (snippet.kind === "failure") return insertFailure(text, chapter);
  const scenario = scenarioAt(chapter, cursor);
  if (!scenario) return atTheEnd(text, snippet, castSnippet(snippet, undefined, undefined));
  const hop = hopAt(scenario, cursor);
  const cast = castSnippet(snippet, scenario, hop);
  const heading = hop && headingOf(text, hop);
  if (hop && heading) return behindHop(text, { scenario, hop, heading }, snippet, cast);
  return inDiagram(text, cursor, scenario, snippet, cast);
}

function scenarioAt({ scenarios }: Chapter, cursor: number): Scenario | undefined {
  return scenarios.findLast(({ span }) => span.start <= cursor) ?? scenarios[0];
}

/** The hop at the cursor; behind them all, and before them, the last one. */
function hopAt({ hops }: Scenario, cursor: number): Hop | undefined {
  return hops.findLast(({ span }) => span.start <= cursor) ?? hops.at(-1);
}

interface Heading {
  /** What stands before the number, and between it and the title. */
  readonly before: string;
  readonly n: number;
  readonly between: string;
  readonly end: number;
}

/** A hop's own heading, when it has one with a number that can be counted on. */
function headingOf(text: string, { span, title }: Hop): Heading | undefined {
  const line = lineFrom(text, span.start);
  const [, before = "", n = "", between = ""] =
    /^(#{1,6}[ \t].*?)(\d+)(\D*)$/.exec(line.slice(0, line.lastIndexOf(title))) ?? [];
  return n === "" ? undefined : { before, n: Number(n), between, end: span.start + line.length };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
}

interface Place {
  readonly scenario: Scenario;
  readonly hop: Hop;
  readonly heading: Heading;
}

function behindHop(
  text: string,
  { scenario, hop, heading }: Place,
  snippet: HopSnippet,
  cast: Cast,
): readonly TextEdit[] {
  const title = titleBeside(scenario, cast.title);
  const section = sectionOf(`${heading.before}${heading.n + 1}${heading.between}${title}`, snippet, cast);
  const at = endOfHop(text, hop);
  const edits: TextEdit[] = [
    { start: at, end: at, text: `${gapBefore(text, at)}${section}${at < text.length ? "\n" : ""}` },
  ];
  // Those behind it count on, as far as they were counted.
  let n = heading.n;
  for (const later of scenario.hops.slice(scenario.hops.indexOf(hop) + 1)) {
    const head = headingOf(text, later);
    if (head?.n !== n + 1) break;
    n = head.n;
    const start = later.span.start + head.before.length;
    edits.push({ start, end: start + String(n).length, text: String(n + 1) });
  }
  return edits;
}

/** Where a hop's section ends; a table of failures behind the last hop stays behind what is inserted. */
function endOfHop(text: string, { span }: Hop): number {
  const headings = parseMarkdown(text).children.filter(({ type }) => type === "heading");
  const end = headings.map((heading) => spanOf(heading).start).find((start) => start > span.start) ?? text.length;
  const table = findFailureTable(text);
  return table && table.start > span.start && table.end <= end ? table.start : end;
}

function gapBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  return before === "" || /\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
}

/** The title that no other hop of the scenario has. */
function titleBeside({ hops }: Scenario, title: string): string {
  return freeName(new Set(hops.map((hop) => hop.title)), (n) => (n === 1 ? title : `${title} (${n})`));
}

function sectionOf(heading: string, { latency }: HopSnippet, { everybody, lines }: Cast): string {
  const diagram = ["sequenceDiagram", ...[...everybody, ...lines].map((line) => `  ${line}`)].join("\n");
  return `${heading}\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n- Latency: ${latency}\n`;
}

/** A text that has no diagram yet. */
function atTheEnd(text: string, snippet: HopSnippet, cast: Cast): readonly TextEdit[] {
  const at = text.length;
  const section = sectionOf(`## Hop 1 — ${cast.title}`, snippet, cast);
  return [{ start: at, end: at, text: `${gapBefore(text, at)}${section}` }];
}

/** At the end of the diagram that the cursor is in, else of the scenario's last; before the caller has answered. */
function inDiagram(
  text: string,
  cursor: number,
  scenario: Scenario,
  { latency }: HopSnippet,
  { caller, newcomers, lines }: Cast,
): readonly TextEdit[] {
  const fences = findFences(parseMarkdown(text).children, text).map(({ text: { length }, at }) => {
    return { start: at.offset, end: at.offset + length };
  });
  const last = scenario.hops.at(-1)?.span.end ?? cursor;
  // A diagram by itself has no fence around it.
  const { start, end } = fences.find((each) => each.start <= cursor && cursor <= each.end) ??
    fences.findLast((each) => each.start <= last) ?? { start: 0, end: text.length };
  const diagram = text.slice(start, end);
  const indent = indentOf(diagram);
  const at = end - lengthOfAnswers(diagram, caller);
  const all = [...newcomers, `%% @latency ${latency}`, ...lines].map((line) => `${indent}${line}\n`).join("");
  return [{ start: at, end: at, text: `${at > 0 && text[at - 1] !== "\n" ? "\n" : ""}${all}` }];
}

/** How long the lines at a diagram's end are in which the caller, and who called it, answer. */
function lengthOfAnswers(diagram: string, caller: string): number {
  let length = 0;
  let answers = 0;
  for (const line of diagram.split(/(?<=\n)/).reverse()) {
    const from = /^[ \t>]*(\S+?)--?>>[^:\n]*:/.exec(line)?.[1];
    if (line.trim() !== "" && !(from && line.includes("-->>"))) break;
    length += line.length;
    if (from === caller) answers = length;
  }
  return answers;
}

/** What the diagram's own lines begin with: blanks, and the marks of a quotation. */
const indentOf = (diagram: string): string =>
  /sequenceDiagram[^\n]*\n(?:[ \t>]*\r?\n)*([ \t>]*)[^ \t>\r\n]/.exec(diagram)?.[1] ?? "  ";
