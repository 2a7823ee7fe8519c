import type { Parents, PhrasingContent, Text } from "mdast";
import { textOf } from "../../../model/text-of.ts";
import { linkAddresses } from "./autolinks.ts";
import type { Piece } from "./piece.ts";

/** Nests the pieces as their nodes open and close. */
export function buildTree(pieces: readonly Piece[]): PhrasingContent[] {
  const top: PhrasingContent[] = [];
  const open: { readonly node: Parents; readonly into: PhrasingContent[] }[] = [];
  let into = top;
  let words = "";
  let links = 0;
  const flush = (): void => {
    if (words !== "") for (const node of links > 0 ? [textNode(words)] : linkAddresses(words)) into.push(node);
    words = "";
  };
  for (const { text, node, closes, opens } of pieces) {
    if (closes > 0) flush();
    for (let i = 0; i < closes; i += 1) {
      const closed = open.pop();
      into = open.at(-1)?.into ?? top;
      if (closed && isLink(closed.node)) links -= 1;
      if (closed && /^image/.test(closed.node.type)) endImage(closed.node);
    }
    words += text;
    if (node || opens.length > 0) flush();
    if (node) into.push(node);
    for (const parent of opens) {
      into.push(parent as PhrasingContent);
      into = parent.children as PhrasingContent[];
      open.push({ node: parent, into });
      if (isLink(parent)) links += 1;
    }
  }
  flush();
  return top;
}

const textNode = (value: string): Text => ({ type: "text", value });

const isLink = ({ type }: Parents): boolean => type === "link" || type === "linkReference";

/** An image has words for those who do not see it, in the place of children. */
function endImage(node: Parents): void {
  const image = node as unknown as { alt?: string; children?: PhrasingContent[] };
  image.alt = textOf(node);
  delete image.children;
}
