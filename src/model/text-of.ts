import type { Nodes } from "mdast";

/** The words of Markdown without its marks; an image's are those for who does not see it. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if ("alt" in node && node.alt) return node.alt;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
