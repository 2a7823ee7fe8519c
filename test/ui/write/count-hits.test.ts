import { openSearchPanel, SearchQuery, search, setSearchQuery } from "@codemirror/search";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { countHits, sayHits } from "../../../src/ui/write/editor/count-hits.ts";

test("the panel for finding says which of how many hits is selected", () => {
  const view = new EditorView({ doc: "app api app\napp", extensions: [search(), countHits], parent: document.body });
  openSearchPanel(view);
  const find = (words: string) => view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: words })) });
  const said = () => view.dom.querySelector(".cm-search .cm-hits")?.textContent;
  find("app");
  expect(said()).toBe("3 found");
  view.dispatch({ selection: { anchor: 8, head: 11 } });
  expect(said()).toBe("2 of 3");
  view.dispatch({ changes: { from: 0, to: 4 } });
  expect(said()).toBe("1 of 2");
  find("db");
  expect(said()).toBe("Not found");
  find("");
  expect(said()).toBe("");
  view.destroy();
});

test("thousands of hits are not counted one by one", () => {
  expect(sayHits(1_001, 2)).toBe("3 of over 1,000");
  expect(sayHits(1_001, 1_000)).toBe("over 1,000 found");
});
