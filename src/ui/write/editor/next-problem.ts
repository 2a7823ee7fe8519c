import { type Diagnostic, forEachDiagnostic } from "@codemirror/lint";
import { activateHover, type EditorView } from "@codemirror/view";

interface Found {
  readonly from: number;
  readonly to: number;
  readonly severity: Diagnostic["severity"];
}

const worstFirst = ["error", "warning", "info", "hint"];

/**
 * The one to look at next: the worst first, each kind in the order of the text. From a place that is none of them, the
 * first of the worst kind from there on.
 */
export function pickNext(all: readonly Found[], at: { readonly from: number; readonly to: number }): Found | undefined {
  const rank = ({ severity }: Found): number => worstFirst.indexOf(severity);
  const isAt = (one: Found, place: typeof at): boolean => one.from === place.from && one.to === place.to;
  // What is said of one place is shown together, so it is gone to once.
  const ordered = [...all]
    .sort((a, b) => rank(a) - rank(b) || a.from - b.from || a.to - b.to)
    .filter((one, k, sorted) => sorted.findIndex((other) => isAt(other, one)) === k);
  const here = ordered.findIndex((one) => isAt(one, at));
  if (here >= 0) return ordered[(here + 1) % ordered.length];
  const [first] = ordered;
  return ordered.find((one) => first && rank(one) === rank(first) && one.from >= at.from) ?? first;
}

/** Selects the next problem, and shows what is said of it. */
export function goToNextProblem(view: EditorView): boolean {
  const all: Found[] = [];
  forEachDiagnostic(view.state, ({ severity }, from, to) => all.push({ from, to, severity }));
  const next = pickNext(all, view.state.selection.main);
  if (!next) return false;
  const { from, to } = next;
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  activateHover(view, from, 1, {
    until: ({ docChanged, newSelection: { main } }) => docChanged || main.head < from || main.head > to,
  });
  return true;
}
