import type { RootContent } from "mdast";

/** Ordinary Markdown as a tree (mdast, positions dropped): rendered as text, never as markup. */
export type Prose = readonly RootContent[];
