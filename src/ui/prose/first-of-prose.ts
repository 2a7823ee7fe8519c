import type { Nodes } from "mdast";
import { isMermaid } from "./is-mermaid.ts";

/** An element costs a page about as much as so many characters. */
const element = 40;

/**
 * The beginning of a text, up to so many characters' worth: a browser lays out all it is given at once, and two
 * megabytes of notes would hold it up for seconds. The same list where all of it has room. A diagram is whole or not there.
 */
export function firstOfProse<Node extends Nodes>(prose: readonly Node[], room: number): readonly Node[] {
  let left = room;

  function first<Kind extends Nodes>(nodes: readonly Kind[]): readonly Kind[] {
    const kept: Kind[] = [];
    for (const node of nodes) {
      if (left <= 0) break;
      kept.push(firstOf(node));
    }
    return kept.length === nodes.length && kept.every((node, i) => node === nodes[i]) ? nodes : kept;
  }

  function firstOf<Kind extends Nodes>(node: Kind): Kind {
    left -= element;
    if ("children" in node) {
      const children = first<Nodes>(node.children);
      return children === node.children ? node : ({ ...node, children } as Kind);
    }
    if (!("value" in node)) return node;
    const upTo = Math.max(left, element);
    left -= node.value.length;
    if (left >= 0 || (node.type === "code" && isMermaid(node.lang))) return node;
    // Not between the halves of a character.
    return { ...node, value: node.value.slice(0, upTo).replace(/[\uD800-\uDBFF]$/, "") };
  }

  return first(prose);
}
