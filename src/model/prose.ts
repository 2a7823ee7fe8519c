import type { RootContent } from "mdast";

/** Ordinary Markdown as a tree (mdast, positions dropped): rendered as text, never as markup. */
export type Prose = readonly RootContent[];

/** Whether there is nothing in it to be shown: comments, and what links lead to. */
export function isSilent(prose: Prose): boolean {
  return prose.every((node) => node.type === "definition" || (node.type === "html" && /^\s*<!--/.test(node.value)));
}
