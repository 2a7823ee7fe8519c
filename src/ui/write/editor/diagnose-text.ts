import type { Diagnostic } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { Problem } from "../../../model/problem.ts";
import { type Fix, fixesFor } from "../../../session/write-text.ts";
import { splitCode } from "../../shared/split-code.ts";

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
      renderMessage: () => sayWithCode(problem.message),
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

/** As the rest of the page says it: what is code in a sentence is set as code. */
function sayWithCode(message: string): Node {
  const said = document.createElement("span");
  for (const { text, isCode } of splitCode(message)) {
    const part = document.createElement(isCode ? "code" : "span");
    part.textContent = text;
    said.append(part);
  }
  return said;
}

/** What the reading itself proposes, then what the editor knows; what comes to the same only once. */
function proposed(problem: Problem, text: string): readonly Fix[] {
  const { fix } = problem;
  if (!fix?.edits) return fixesFor(problem, text);
  const own = { title: fix.title, edits: fix.edits };
  const done = JSON.stringify(own.edits);
  return [own, ...fixesFor(problem, text).filter(({ edits }) => JSON.stringify(edits) !== done)];
}
