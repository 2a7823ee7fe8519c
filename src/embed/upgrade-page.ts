import { HopwiseFlow } from "./hopwise-flow.tsx";
import { findPageFences, writePageChapter } from "./page-chapter.ts";

/** Where a page's own words stand, apart from its menus. */
const articles = "main, article, [role=main], .content";

/**
 * Puts a flow in the place of each Mermaid sequence diagram of the page, which plays what the page says around it too:
 * its latencies and its table of failures. The diagram's text stays on the page, within the flow. Returns how many.
 */
export function upgradePage(page: Document): number {
  const fences = findPageFences(page);
  const roots = new Map<Element, typeof fences>();
  for (const fence of fences) {
    const root = fence.block.closest(articles) ?? page.body;
    roots.set(root, [...(roots.get(root) ?? []), fence]);
  }
  for (const [root, its] of roots) {
    const chapter = writePageChapter(root, its);
    for (const [index, { block, frame }] of its.entries()) {
      const flow = page.createElement("hopwise-flow");
      if (!(flow instanceof HopwiseFlow)) return 0;
      flow.chapter = { text: chapter, offset: offsetOfFence(chapter, index) };
      // The page's own Mermaid leaves alone what says that it is drawn.
      block.dataset["processed"] = "true";
      frame.replaceWith(flow);
      flow.append(frame);
    }
  }
  return fences.length;
}

/** Where the n-th fence (from 0) begins. Only fences begin with these signs: others are escaped or indented. */
function offsetOfFence(chapter: string, n: number): number {
  return [...chapter.matchAll(/^```mermaid$/gm)][n]?.index ?? 0;
}
