import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import type { Extension } from "@codemirror/state";
import { parseMixed } from "@lezer/common";
import { tags } from "@lezer/highlight";
import type { MarkdownConfig } from "@lezer/markdown";
import { frontMatterLanguage, sequenceLanguage } from "./sequence-language.ts";

/** Front matter is no Markdown: without this its closing line would make a heading of it. */
const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: "FrontMatter", block: true, style: { "FrontMatter/...": tags.meta } }],
  parseBlock: [
    {
      name: "FrontMatter",
      before: "HorizontalRule",
      parse(cx, line) {
        if (cx.lineStart !== 0 || !/^---[ \t]*$/.test(line.text)) return false;
        let end = line.text.length;
        while (cx.nextLine()) {
          end = cx.lineStart + line.text.length;
          if (/^---[ \t]*$/.test(line.text)) {
            cx.nextLine();
            break;
          }
        }
        cx.addElement(cx.elt("FrontMatter", 0, end));
        return true;
      },
    },
  ],
  wrap: parseMixed((node) => (node.name === "FrontMatter" ? { parser: frontMatterLanguage.parser } : null)),
};

/** Deeper than this nobody's quotations and lists go; a line of thousands would be more than colouring can follow. */
const deepest = 100;

const shallow: MarkdownConfig = {
  // It looks anew from each of a line's spaces: tens of thousands would hold the page up for seconds.
  remove: ["HardBreak"],
  parseBlock: [
    {
      name: "TooDeep",
      before: "Blockquote",
      parse(cx, line) {
        if (cx.depth < deepest) return false;
        cx.addElement(cx.elt("Paragraph", cx.lineStart + line.pos, cx.lineStart + line.text.length));
        cx.nextLine();
        return true;
      },
    },
  ],
};

const sequenceNames = new Set(["mermaid", "{.mermaid}", "{mermaid}", ":::mermaid", "sequence", "sequencediagram"]);

/** The language of a chapter: Markdown with front matter and diagrams, or a diagram by itself. */
export function chapterLanguage(file: string): Extension {
  if (/\.(?:mmd|mermaid)$/i.test(file)) return sequenceLanguage;
  return markdown({
    base: markdownLanguage,
    extensions: [frontMatter, shallow],
    codeLanguages: (info) => (sequenceNames.has(info.trim().toLowerCase()) ? sequenceLanguage : null),
    completeHTMLTags: false,
  });
}
