import type { Yaml } from "mdast";
import { parseDocument } from "yaml";
import type { Fence } from "./markdown/find-fences.ts";
import { findFences } from "./markdown/find-fences.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { makeProblemList } from "./problem-list.ts";
import { isReadable } from "./read-guard.ts";
import { isSequenceText } from "./sequence/is-sequence-text.ts";
import { parseSequence } from "./sequence/parse-sequence.ts";
import { printSequence } from "./sequence/print-sequence.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is kept as it stands (front matter, block scalars) may carry its own line ends: each becomes the file's. */
function withLineEnds(text: string, newline: string): string {
  return text.replace(/\r?\n/g, newline);
}

/** The diagram in canonical form; undefined when a line of it cannot be read, since that line must not get lost. */
function printDiagram(text: string): string | undefined {
  const diagram = parseSequence(text);
  if (diagram.problems.some((problem) => problem.severity === "error")) return undefined;
  return printSequence(diagram);
}

/** The fence's new text, with what a list or quotation puts before each of its lines. */
function editOfFence(fence: Fence, source: string, newline: string): Edit | undefined {
  const printed = printDiagram(fence.text);
  const start = fence.at.offset;
  const end = start + fence.text.length;
  if (printed === undefined || !fence.closed) return undefined;
  const before = (fence.node.position?.start.column ?? 1) - 1;
  const prefix = before === 0 ? "" : source.slice(start, start + before);
  // A container's mark (`>`, spaces) stands before every line; a list's bullet only before the first.
  if (before > 0 && !/^[ \t>]*$/.test(prefix)) return undefined;
  const lines = printed.replace(/\r?\n$/, "").split(/\r?\n/);
  return {
    start,
    end,
    text: lines.map((line) => (line === "" ? prefix.trimEnd() : prefix + line)).join(newline) + newline,
  };
}

function editOfFrontMatter(node: Yaml, source: string, newline: string): Edit | undefined {
  const offset = node.position?.start.offset ?? 0;
  const raw = source.slice(offset, node.position?.end.offset ?? offset);
  const opening = /^[^\n\r]*(?:\r\n|\n|\r)/.exec(raw)?.[0].length ?? raw.length;
  const closing = /[^\n\r]*$/.exec(raw)?.[0].length ?? 0;
  const body = raw.slice(opening, raw.length - closing);
  if (body.trim() === "") return undefined;
  try {
    const document = parseDocument(body, { logLevel: "error", prettyErrors: false });
    if (document.errors.length > 0) return undefined;
    const text = withLineEnds(document.toString({ lineWidth: 0, flowCollectionPadding: true }), newline);
    return {
      start: offset + opening,
      end: offset + opening + body.length,
      text: text.endsWith(newline) ? text : text + newline,
    };
  } catch {
    return undefined; // Nested too deep for the YAML library: it stays as it is.
  }
}

/**
 * A chapter's text in canonical form: its diagrams printed anew, its front matter as YAML prints it (comments kept),
 * everything else byte for byte. Reading it gives the same chapter but for places. What cannot be read (a diagram
 * with an unreadable line, broken front matter, a file that is no chapter) stays as it is, so that nothing is lost.
 */
export function printChapter(file: string, text: string): string {
  try {
    return print(file, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return text; // Nested deeper than recursion goes.
  }
}

function print(file: string, text: string): string {
  if (!isReadable(text, makeProblemList(file))) return text;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (isSequenceText(text)) {
    const printed = printDiagram(text);
    return printed === undefined ? text : withLineEnds(printed, newline);
  }
  const root = parseMarkdown(text);
  const edits: Edit[] = [];
  for (const node of root.children) {
    if (node.type === "yaml")
      edits.push(...[editOfFrontMatter(node, text, newline)].filter((edit) => edit !== undefined));
  }
  for (const fence of findFences(root.children, text)) {
    const edit = editOfFence(fence, text, newline);
    if (edit) edits.push(edit);
  }
  let printed = "";
  let last = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    printed += text.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return printed + text.slice(last);
}
