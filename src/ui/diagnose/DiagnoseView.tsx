import type { Opened } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { useWholeLibrary } from "../shared/use-whole-library.ts";
import { EmptyState } from "../shell/EmptyState.tsx";
import { NotOpen } from "../shell/NotOpen.tsx";
import { Diagnose } from "./Diagnose.tsx";
import "./diagnose.css";

/** From what is seen back to the failure, over the whole library that is open. */
export function DiagnoseView() {
  const opened = useSessionState((state) => state.opened);
  return opened.kind === "open" ? <WholeDiagnosis opened={opened} /> : <NotOpen />;
}

function WholeDiagnosis({ opened }: { readonly opened: Extract<Opened, { kind: "open" }> }) {
  const { actions } = useSession();
  const loaded = useWholeLibrary(opened);
  if (loaded.kind === "loading") return <main className="app-wait" aria-busy="true" aria-label="Loading the library" />;
  if (loaded.kind === "failed") {
    return (
      <EmptyState tone="bad" title="The library could not be loaded">
        <p>{loaded.message}</p>
        <p className="empty-actions">
          <button type="button" className="button button-primary" onClick={loaded.again}>
            Try again
          </button>
        </p>
      </EmptyState>
    );
  }
  const { whole } = loaded;
  if (!whole.system.faults.some(({ layer }) => layer !== undefined)) {
    const named = whole.system.faults.length > 0;
    return (
      <EmptyState tone="info" title={named ? "No failure has a place" : "There is nothing to suspect here"}>
        <p>
          {named
            ? "This library names failures, but not which layer each is a failure of, so none can be weighed."
            : "This library names no failures. A table with a column for what fails and one for what the user sees is enough."}
        </p>
        <p className="empty-actions">
          <button type="button" className="button button-primary" onClick={() => actions.show("walk")}>
            Walk through it instead
          </button>
        </p>
      </EmptyState>
    );
  }
  return <Diagnose whole={whole} source={opened.source} />;
}
