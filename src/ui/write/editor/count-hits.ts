import { getSearchQuery, type SearchQuery, searchPanelOpen } from "@codemirror/search";
import type { Text } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** More are not counted: nobody goes through them one by one. */
const countedAtMost = 1_000;

interface Hit {
  readonly from: number;
  readonly to: number;
}

/** `3 of 12` in the panel for finding. */
export const countHits = ViewPlugin.fromClass(
  class {
    readonly said = document.createElement("span");
    private hits: readonly Hit[] = [];
    private query: SearchQuery | undefined;

    constructor(view: EditorView) {
      this.said.className = "cm-hits";
      this.said.setAttribute("role", "status");
      this.show(view, true);
    }

    update({ view, docChanged }: ViewUpdate): void {
      this.show(view, docChanged);
    }

    private show({ state, dom }: EditorView, changed: boolean): void {
      if (!searchPanelOpen(state)) return;
      const query = getSearchQuery(state);
      if (changed || query !== this.query) this.hits = findHits(state.doc, query);
      this.query = query;
      const { from, to } = state.selection.main;
      const at = this.hits.findIndex((hit) => hit.from === from && hit.to === to);
      const said = query.valid ? sayHits(this.hits.length, at) : "";
      if (this.said.textContent !== said) this.said.textContent = said;
      const field = dom.querySelector(".cm-search [name=search]");
      if (field?.nextSibling !== this.said) field?.after(this.said);
    }
  },
);

function findHits(doc: Text, query: SearchQuery): Hit[] {
  const hits: Hit[] = [];
  if (!query.valid) return hits;
  const cursor = query.getCursor(doc);
  for (let next = cursor.next(); !next.done && hits.length <= countedAtMost; next = cursor.next())
    hits.push(next.value);
  return hits;
}

/** `at` is the place of the one that is selected, from 0; negative: none is. */
export function sayHits(many: number, at: number): string {
  if (many === 0) return "Not found";
  const all = many > countedAtMost ? `over ${countedAtMost.toLocaleString("en")}` : `${many}`;
  return at < 0 || at >= countedAtMost ? `${all} found` : `${at + 1} of ${all}`;
}
