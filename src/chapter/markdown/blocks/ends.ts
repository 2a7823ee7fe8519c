import type { Nodes, Parents } from "mdast";
import type { Point } from "./line-cursor.ts";

/** The node goes on to here. */
export function setEnd(node: Nodes, end: Point): void {
  if (node.position) node.position = { ...node.position, end };
}

/** Lists, items and quotations end where their last child does. */
export function endAtLastChild(node: Parents): Point | undefined {
  let end: Point | undefined;
  for (const child of node.children) {
    const isBox = child.type === "list" || child.type === "listItem" || child.type === "blockquote";
    const own = isBox || child.type === "footnoteDefinition" ? endAtLastChild(child) : undefined;
    if (own) setEnd(child, own);
    end = own ?? (child.position?.end as Point | undefined) ?? end;
  }
  return end;
}
