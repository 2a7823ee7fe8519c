import type { RootContent } from "mdast";
import type { Directive } from "../../model/diagram.ts";
import { spanOf } from "./sections.ts";

/** `<!-- @name text -->`, several lines allowed: directives for the hop in whose section they stand. */
export function findCommentDirectives(node: RootContent): Directive[] {
  if (node.type !== "html" || !node.value.startsWith("<!--")) return [];
  const span = spanOf(node);
  const found: Directive[] = [];
  let offset = 0;
  for (const [index, line] of node.value.split("\n").entries()) {
    const match = /^(\s*(?:<!--)?\s*)@([a-z-]+)([^\n]*)$/i.exec(line);
    if (match) {
      const before = match[1]?.length ?? 0;
      const text = (match[3] ?? "").replace(/-->\s*$/, "").trim();
      const start = span.start + offset + before;
      found.push({
        name: (match[2] ?? "").toLowerCase(),
        text,
        span: {
          start,
          end: start + 1 + (match[2]?.length ?? 0) + (match[3]?.replace(/-->\s*$/, "").trimEnd().length ?? 0),
          line: span.line + index,
          column: (index === 0 ? span.column : 1) + before,
        },
      });
    }
    offset += line.length + 1;
  }
  return found;
}
