/** A page's Mermaid fences, in every dress that site generators give them. */
const dresses = [
  "pre:is(.mermaid, .language-mermaid, [lang=mermaid], [data-language=mermaid])",
  "div.mermaid:not(:has(pre))",
  "pre > code:is(.language-mermaid, .lang-mermaid, [data-language=mermaid])",
  ":is(.language-mermaid, .highlight-source-mermaid, .highlight.mermaid) pre",
];

/** What holds one fence and what a site puts beside it: its language, a button that copies it. */
const frames = "div.language-mermaid, .expressive-code";

/** A sequence diagram begins with its front matter, directives and comments, if it has any. */
const sequence = /^(?:---\n.*?\n---)?(?:\s|%%\{(?:(?!\}%%).)*\}%%|%%(?!\{)[^\n]*\n)*sequenceDiagram\b/s;

export interface PageFence {
  /** The whole `pre`, or Mermaid's own `div`. */
  readonly block: HTMLElement;
  /** What is replaced on the page: the block, with its frame if it has one. */
  readonly frame: HTMLElement;
  readonly text: string;
}

/** Sequence diagrams that Mermaid has not drawn yet, in the order of the page, each once. */
export function findPageFences(root: ParentNode): PageFence[] {
  const blocks = new Set<HTMLElement>();
  for (const found of root.querySelectorAll<HTMLElement>(dresses.join(", "))) {
    const block = found.closest<HTMLElement>("pre") ?? found;
    if (!block.closest("hopwise-flow, [data-processed], [data-hopwise]")) blocks.add(block);
  }
  return [...blocks]
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map((block) => ({ block, frame: block.closest<HTMLElement>(frames) ?? block, text: readFence(block) }))
    .filter(({ text }) => sequence.test(text.trimStart()));
}

/**
 * Highlighters put each line into an element of its own, some without a break between them, or with a `<br>`. In a text
 * that none has touched, a `<br/>` within a message is an element of the page.
 */
function readFence(block: HTMLElement): string {
  const copy = (block.querySelector("code") ?? block).cloneNode(true) as HTMLElement;
  const lines = [...copy.querySelectorAll(".line, .token-line, .ec-line")].map(({ textContent }) => textContent ?? "");
  const ends = copy.textContent?.split("\n").length ?? 0;
  // An empty one may have an end of its own.
  if (lines.length > ends) return lines.map((line) => line.replace(/\n$/, "")).join("\n");
  const mark = ends > 1 ? "<br/>" : "\n";
  if (lines.length === 0) for (const element of copy.querySelectorAll("br")) element.replaceWith(mark);
  return copy.textContent ?? "";
}

/**
 * The part of a page that the fences stand in, as the Markdown it was made from: headings, lists, tables, paragraphs
 * and the fences themselves. Everything is taken as text.
 */
export function writePageChapter(root: Element, fences: readonly PageFence[]): string {
  const texts = new Map<Element, string>(fences.map(({ block, text }) => [block, text]));
  const parts: string[] = [];
  const visit = (element: Element): void => {
    const fence = texts.get(element);
    // What a fence stands in is only a frame for it, such as the table that numbers its lines.
    const name = fences.some(({ block }) => element.contains(block)) ? "" : element.tagName;
    if (fence !== undefined) parts.push(`\`\`\`mermaid\n${fence.trimEnd()}\n\`\`\``);
    else if (/^H[1-6]$/.test(name)) parts.push(`${"#".repeat(Number(name[1]))} ${line(element)}`);
    else if (name === "TABLE") parts.push(writeTable(element as HTMLTableElement));
    else if (name === "P") parts.push(line(element));
    else if (name === "LI" && !element.querySelector("pre, table")) parts.push(`- ${line(element)}`);
    // Scripts, styles and templates have no elements in them.
    else if (!/^(?:NAV|PRE|HOPWISE-FLOW)$/.test(name)) for (const child of element.children) visit(child);
  };
  visit(root);
  return parts.filter((part) => part !== "").join("\n\n");
}

function writeTable(table: HTMLTableElement): string {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map((cell) => line(cell).replaceAll("|", "\\|")));
  if (!head) return "";
  const print = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [print(head), print(head.map(() => "---")), ...rows.map(print)].join("\n");
}

/** One line of words; the signs that documentation sites hang on headings ("#", "¶") are no part of them. */
function line(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const anchor of copy.querySelectorAll(".header-anchor, .headerlink, .hash-link, .anchor")) anchor.remove();
  // Markdown's own marks would be read again: here they are signs of a text.
  return (copy.textContent ?? "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<]/g, "\\$&");
}
