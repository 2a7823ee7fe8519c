import { closeSearchPanel, getSearchQuery, openSearchPanel, searchPanelOpen, setSearchQuery } from "@codemirror/search";
import type { EditorView } from "@codemirror/view";

/**
 * Another state comes without the panel for finding, and one that was built for a text to be read has no fields for
 * replacing. Where it is open, it is built anew around the change: what is looked for and the focus stay.
 */
export function keepSearch(view: EditorView, change: () => void): void {
  if (!searchPanelOpen(view.state)) {
    change();
    return;
  }
  const field = (name: string) => view.dom.querySelector<HTMLElement>(`.cm-search [name="${name}"]`);
  // The panel hears of a letter when its key is let go: one that is still held down counts, too.
  field("search")?.dispatchEvent(new Event("change"));
  const query = getSearchQuery(view.state);
  const focused = view.root.activeElement ?? view.dom.ownerDocument.activeElement;
  const name = focused?.closest(".cm-search") && focused.getAttribute("name");
  const typed = focused instanceof HTMLInputElement ? [focused.selectionStart, focused.selectionEnd] : undefined;

  closeSearchPanel(view);
  change();
  openSearchPanel(view);
  view.dispatch({ effects: setSearchQuery.of(query) });

  // It takes the focus when it opens, even from somebody who was elsewhere.
  const stay = name ? field(name) : focused;
  if (stay instanceof HTMLElement) stay.focus({ preventScroll: true });
  if (name && typed && stay instanceof HTMLInputElement && stay.type === "text")
    stay.setSelectionRange(typed[0] ?? null, typed[1] ?? null);
}
