import type { Root } from "mdast";
import { readBlocks } from "./blocks/read-blocks.ts";
import { readInline } from "./inline/read-inline.ts";

/**
 * CommonMark with GFM and YAML front matter, as mdast; blocks, rows and cells know their places. Total: every text is
 * some Markdown. It reads what remark reads (test/property/markdown.test.ts) in a fifteenth of the time, and weighs a
 * quarter: reading Markdown was most of the work of `hopwise check`, and a fifth of the web component.
 */
export function parseMarkdown(text: string): Root {
  const { root, worded, book } = readBlocks(text);
  for (const { node, text: words } of worded) {
    node.children = readInline(words, book);
  }
  return root;
}
