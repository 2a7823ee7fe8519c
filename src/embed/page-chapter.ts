/** A page's Mermaid fences, in every dress that site generators give them. */
const dresses = [
  "pre:is(.mermaid, .language-mermaid, [lang=mermaid])",
  "div.mermaid:not(:has(pre))",
  "pre > code.language-mermaid",
  ".language-mermaid pre",
  ".highlight.mermaid pre",
];

/** A sequence diagram begins with its front matter, directives and comments, if it has any. */
const sequence = /^(?:---\n.*?\n---)?(?:\s|%%\{(?:(?!\}%%).)*\}%%|%%(?!\{)[^\n]*\n)*sequenceDiagram\b/s;

export interface PageFence {
  /** What is replaced on the page: the whole `pre`, or Mermaid's own `div`. */
  readonly block: HTMLElement;
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
    .map((block) => ({ block, text: readFence(block) }))
    .filter(({ text }) => sequence.test(text.trimStart()));
}

/**
 * Highlighters put each line into an element of its own, some without a break between them. In a text that none has
 * touched, a `<br/>` within a message is an element of the page.
 */
function readFence(block: HTMLElement): string {
  const copy = (block.querySelector("code") ?? block).cloneNode(true) as HTMLElement;
  const lines = [...copy.querySelectorAll<HTMLElement>(".line, .token-line")];
  if (lines.length === 0) for (const mark of copy.querySelectorAll("br")) mark.replaceWith("<br/>");
  const text = copy.textContent ?? "";
  return lines.length > 1 && !text.includes("\n") ? lines.map((line) => line.textContent).join("\n") : text;
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
