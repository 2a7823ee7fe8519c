import { useStore } from "zustand";
import type { Desk } from "../../session/write-desk.ts";
import type { DeskState } from "../../session/write-state.ts";

/** Below the text: whether it is kept, what is to be mended, and how to leave by keyboard. */
export function WriteStatus({ desk, onNextProblem }: { readonly desk: Desk; readonly onNextProblem: () => void }) {
  const problems = useStore(desk.store, (state) => state.problems);
  const said = useStore(desk.store, sayKept);
  const toMend = problems.filter(({ severity }) => severity !== "info").length;
  return (
    <footer className="write-status">
      <span role="status">{said}</span>
      <button type="button" className="link-button" onClick={onNextProblem} disabled={problems.length === 0}>
        {toMend === 0 ? "Nothing to mend" : toMend === 1 ? "1 problem" : `${toMend} problems`}
        {problems.length > toMend && `, ${problems.length - toMend} to know`}
      </button>
      <span className="write-leave">To leave: Esc, Tab</span>
    </footer>
  );
}

function sayKept({ kept, draft, origin }: DeskState): string {
  if (draft === undefined) return "Typing makes a draft; the original stays.";
  const what = origin === undefined ? "Draft" : `Draft of ${origin}`;
  if (kept === "unknown") return what;
  if (kept === "memory") return `${what} · not kept`;
  if (kept === "conflict") return `${what} · another tab has written it`;
  return `${what} · kept in this browser`;
}
