import type { StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** A line in view is left where it is; one out of sight comes to the middle, with what stands around it. */
export function reveal(view: EditorView, at: number): StateEffect<unknown> {
  const { top, bottom } = view.lineBlockAt(at);
  const { scrollTop, clientHeight } = view.scrollDOM;
  const seen = top >= scrollTop && bottom <= scrollTop + clientHeight;
  return EditorView.scrollIntoView(at, { y: seen ? "nearest" : "center" });
}
