import type { RootContent } from "mdast";
import type { Prose } from "../../model/prose.ts";

function isNode(value: unknown): value is RootContent {
  return typeof value === "object" && value !== null && "type" in value;
}

/** A copy of the node without positions and without the dropped nodes; undefined when nothing of it is left. */
function strip(node: RootContent, dropped: ReadonlySet<RootContent>): RootContent | undefined {
  if (dropped.has(node)) return undefined;
  const { position: _position, ...rest } = node;
  if (!("children" in rest)) return rest as RootContent;
  const children = rest.children
    .filter(isNode)
    .map((child) => strip(child, dropped))
    .filter(isNode);
  if (children.length === 0 && rest.children.length > 0) return undefined;
  return { ...rest, children } as RootContent;
}

/** Notes for the reader: what stands in the chapter but for what was read as something else. */
export function proseOf(nodes: readonly RootContent[], dropped: ReadonlySet<RootContent>): Prose {
  return nodes.flatMap((node) => strip(node, dropped) ?? []);
}
