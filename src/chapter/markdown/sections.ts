import type { Heading, Root, RootContent } from "mdast";
import type { Span } from "../../model/place.ts";
import { textOf } from "../../model/text-of.ts";

/** A heading with what stands under it, up to the next heading; deeper headings are its children. */
export interface Section {
  readonly heading?: Heading;
  /** 0 for what stands before the first heading. */
  readonly level: number;
  readonly title: string;
  readonly nodes: RootContent[];
  readonly children: Section[];
  readonly start: Span;
}

/** Where a node stands in the file. */
export function spanOf(node: RootContent): Span {
  const at = node.position;
  return {
    start: at?.start.offset ?? 0,
    end: at?.end.offset ?? 0,
    line: at?.start.line ?? 1,
    column: at?.start.column ?? 1,
  };
}

export function sectionsOf(root: Root): Section {
  const top: Section = {
    level: 0,
    title: "",
    nodes: [],
    children: [],
    start: { start: 0, end: 0, line: 1, column: 1 },
  };
  const open: Section[] = [top];
  for (const node of root.children) {
    if (node.type === "yaml") continue;
    if (node.type !== "heading") {
      open.at(-1)?.nodes.push(node);
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= node.depth) open.pop();
    const section: Section = {
      heading: node,
      level: node.depth,
      title: textOf(node).replace(/\s+/gu, " ").trim(),
      nodes: [],
      children: [],
      start: spanOf(node),
    };
    open.at(-1)?.children.push(section);
    open.push(section);
  }
  return top;
}

/** The section and everything below it, in the order of the text. */
export function withDescendants(section: Section): Section[] {
  return [section, ...section.children.flatMap(withDescendants)];
}

/** Offset behind the section's last node, its descendants' included. */
export function endOf(section: Section): number {
  const own = section.nodes.at(-1) ?? section.heading;
  const child = section.children.at(-1);
  return child ? endOf(child) : own ? spanOf(own).end : section.start.end;
}
