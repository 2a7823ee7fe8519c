import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** CommonMark with GFM and YAML front matter, with positions. Total: every text is some Markdown. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
