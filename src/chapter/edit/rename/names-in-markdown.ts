import type { Root, RootContent } from "mdast";
import type { Chapter } from "../../../model/chapter.ts";
import type { TextEdit } from "../text-edit.ts";
import { editsOfWords, type Renamed } from "./words.ts";

export interface WordPlaces {
  /** Where the reader takes the words for the participant: hop headings, legs of a budget, titles of failures. */
  readonly certain: readonly TextEdit[];
  /** Where they may mean something else. */
  readonly prose: readonly TextEdit[];
}

/** Where a chapter's Markdown, its diagrams and front matter apart, says the names. */
export function editsOfMarkdown(root: Root, text: string, chapter: Chapter, names: readonly Renamed[]): WordPlaces {
  const certain: TextEdit[] = [];
  const prose: TextEdit[] = [];
  const titles = titlesByLine(chapter);
  const hops = new Set(chapter.scenarios.flatMap((scenario) => scenario.hops.map(({ span }) => span.line)));
  const visit = (node: RootContent): void => {
    if (node.type === "heading" || node.type === "paragraph" || node.type === "tableCell") {
      const { start, end } = node.position ?? {};
      const [from, to] = [start?.offset, end?.offset];
      if (!start || from === undefined || to === undefined) return;
      const words = text.slice(from, to);
      const says = titles.get(start.line);
      const isRead =
        (node.type === "heading" && hops.has(start.line)) ||
        (node.type === "tableCell" && says !== undefined && says.includes(bare(words))) ||
        (node.type === "paragraph" && /^\W*latency\b/i.test(words));
      // Of a failure in a list, the words in bold are its title.
      const title = node.type === "paragraph" && says !== undefined ? /^\s*(\*\*|__).*?\1/.exec(words)?.[0].length : 0;
      for (const edit of editsOfWords(words, from, names)) {
        (isRead || edit.end <= from + (title ?? 0) ? certain : prose).push(edit);
      }
    } else if ("children" in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const node of root.children) visit(node);
  return { certain, prose };
}

function titlesByLine({ scenarios, system }: Chapter): Map<number, string> {
  return new Map([
    ...system.faults.map(({ line, title }) => [line, title] as const),
    ...scenarios.flatMap(({ budget }) => (budget?.rows ?? []).map(({ line, label }) => [line, label] as const)),
  ]);
}

/** A cell's words, as the reader has them. */
const bare = (cell: string): string =>
  cell
    .replace(/^\||\|$/g, "")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
