import type { Code, RootContent } from "mdast";
import { isSequenceText } from "../sequence/is-sequence-text.ts";
import { spanOf } from "./sections.ts";

/** A Mermaid sequence diagram in the file. */
export interface Fence {
  readonly node: Code;
  /** Its text, as long as it is in the file: what a list or quotation puts before each line is blanked. */
  readonly text: string;
  /** Where its text begins. */
  readonly at: { readonly offset: number; readonly line: number; readonly column: number };
  /** False when the file ends before the fence does. */
  readonly closed: boolean;
}

const mermaidNames = new Set(["mermaid", "{.mermaid}", "{mermaid}", ":::mermaid", "sequence", "sequencediagram"]);

function readFence(node: Code, source: string): Fence | undefined {
  const language = (node.lang ?? "").toLowerCase();
  if (language !== "" && !mermaidNames.has(language)) return undefined;
  if (!isSequenceText(node.value)) return undefined;
  const span = spanOf(node);
  const raw = source.slice(span.start, span.end);
  if (!/^[`~]/.test(raw)) {
    return { node, text: raw, at: { offset: span.start, line: span.line, column: span.column }, closed: true };
  }
  const firstBreak = raw.search(/\r\n|\n|\r/);
  const skipped = firstBreak < 0 ? raw.length : firstBreak + (raw.startsWith("\r\n", firstBreak) ? 2 : 1);
  const body = raw.slice(skipped);
  const lastLine = /(?:^|[\r\n])([^\r\n]*)$/.exec(body)?.[1] ?? "";
  const closed = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(lastLine);
  const kept = closed ? body.slice(0, body.length - lastLine.length) : body;
  const before = span.column - 1;
  const text =
    before === 0
      ? kept
      : kept.replace(/^[^\r\n]+/gm, (line) => line.slice(0, before).replace(/[^\s]/g, " ") + line.slice(before));
  return { node, text, at: { offset: span.start + skipped, line: span.line + 1, column: 1 }, closed };
}

/** All sequence diagrams among the nodes, however deep in lists or quotations, in the order of the text. */
export function findFences(nodes: readonly RootContent[], source: string): Fence[] {
  return nodes.flatMap((node) => {
    if (node.type === "code") return readFence(node, source) ?? [];
    return "children" in node ? findFences(node.children as RootContent[], source) : [];
  });
}
