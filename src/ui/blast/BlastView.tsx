import type { Opened } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { useWholeLibrary } from "../shared/use-whole-library.ts";
import { EmptyState } from "../shell/EmptyState.tsx";
import { NotOpen } from "../shell/NotOpen.tsx";
import { Blast } from "./Blast.tsx";
import "./blast.css";
import "./blast-grid.css";
import "./blast-detail.css";
import "./blast-list.css";
import "./blast-media.css";

/** Every failure against every scenario of the library that is open. */
export function BlastView() {
  const opened = useSessionState((state) => state.opened);
  return opened.kind === "open" ? <WholeBlast opened={opened} /> : <NotOpen />;
}

function WholeBlast({ opened }: { readonly opened: Extract<Opened, { kind: "open" }> }) {
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
  const placed = whole.system.faults.some(({ layer }) => layer !== undefined);
  if (!placed) {
    const named = whole.system.faults.length > 0;
    return (
      <EmptyState tone="info" title={named ? "No failure has a place" : "There is nothing to break here"}>
        <p>
          {named
            ? "This library names failures, but not which layer each is a failure of, so none can be played. Name a participant in the failure's title, or give it a layer in the front matter."
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
  return <Blast whole={whole} source={opened.source} />;
}
