import type { FootnoteDefinition, Nodes } from "mdast";
import type { Prose } from "../../model/prose.ts";

export interface Footnote {
  readonly identifier: string;
  /** Undefined when the text nowhere says it. */
  readonly children?: FootnoteDefinition["children"];
}

/** The footnotes that a text speaks of, in the order of its first words about each, as GitHub numbers them. */
export function findFootnotes(prose: Prose): readonly Footnote[] {
  const said = new Map<string, FootnoteDefinition>();
  const order = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === "footnoteDefinition" && !said.has(node.identifier)) said.set(node.identifier, node);
    else if (node.type === "footnoteReference") order.add(node.identifier);
    else if ("children" in node) node.children.forEach(visit);
  };
  prose.forEach(visit);
  // What a footnote itself speaks of comes behind it; a set that grows is walked to its end.
  for (const identifier of order) said.get(identifier)?.children.forEach(visit);
  return [...order].map((identifier) => {
    const children = said.get(identifier)?.children;
    return children ? { identifier, children } : { identifier };
  });
}
