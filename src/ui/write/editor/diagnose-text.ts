import type { Diagnostic } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { Problem } from "../../../model/problem.ts";
import { type Fix, fixesFor } from "../../../session/write-text.ts";

/** The chapter's problems at their places, each with what can be done about it. */
export function diagnose(problems: readonly Problem[], state: EditorState): Diagnostic[] {
  const text = state.doc.toString();
  return problems.map((problem): Diagnostic => {
    const line = state.doc.line(Math.min(Math.max(1, problem.line), state.doc.lines));
    const from = Math.min(problem.start ?? line.from + problem.column - 1, state.doc.length);
    // A problem of a whole block is marked at its first line.
    const wanted = Math.min(problem.end ?? line.to, state.doc.lineAt(from).to);
    return {
      from: wanted > from ? from : line.from,
      to: wanted > from ? wanted : Math.max(line.from, line.to),
      severity: problem.severity,
      message: problem.message,
      actions: proposed(problem, text).map((fix) => ({
        name: fix.title,
        apply(view) {
          view.dispatch({
            changes: fix.edits.map(({ start, end, text: insert }) => ({ from: start, to: end, insert })),
            userEvent: "input.fix",
          });
          view.focus();
        },
      })),
    };
  });
}

/** What the reading itself proposes, then what the editor knows; the same title only once. */
function proposed(problem: Problem, text: string): readonly Fix[] {
  const { fix } = problem;
  const own = fix?.edits ? [{ title: fix.title, edits: fix.edits }] : [];
  return [...own, ...fixesFor(problem, text).filter(({ title }) => title !== fix?.title)];
}
