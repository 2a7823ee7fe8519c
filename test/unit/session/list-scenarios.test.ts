import { expect, test } from "vitest";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { listScenarios } from "../../../src/session/list-scenarios.ts";
import { makeLibraryCard } from "../../../src/site/make-cards.ts";

const fence = "```mermaid\nsequenceDiagram\n  A->>B: hello\n```\n";
const library = parseLibrary("shop", [
  { file: "shop/cart.md", text: `# Cart\n\n## Paying\n\n${fence}\n## Looking\n\n${fence}` },
  { file: "shop/stock.md", text: `# Stock\n\n## Looking\n\n${fence}\n## Counting\n\n${fence}` },
]);

test("the scenarios of what is open, two of one name told apart by their chapters", () => {
  const source = { kind: "own", chapter: "own/cart", files: [] } as const;
  const all = listScenarios({ kind: "open", source, library, files: [] }, []);
  expect(all.map(({ title }) => title)).toEqual(["Paying", "Looking (Cart)", "Looking (Stock)", "Counting"]);
  expect(all.every(({ shipped }) => !shipped)).toBe(true);
});

test("a shipped chapter's neighbours are those of its library, loaded or not", () => {
  const source = { kind: "shipped", chapter: "shop/cart" } as const;
  const alone = { ...library, chapters: library.chapters.slice(0, 1) };
  const all = listScenarios({ kind: "open", source, library: alone, files: [] }, [makeLibraryCard(library)]);
  expect(all.map(({ chapter }) => chapter)).toEqual(["shop/cart", "shop/cart", "shop/stock", "shop/stock"]);
  expect(all.every(({ shipped }) => shipped)).toBe(true);
  expect(listScenarios({ kind: "none" }, [])).toEqual([]);
});
