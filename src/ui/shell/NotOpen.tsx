import { useSession, useSessionState } from "../app/session-context.ts";
import { EmptyState } from "./EmptyState.tsx";

/** What stands in any view while no scenario is open: why, and where to go. */
export function NotOpen() {
  const { actions } = useSession();
  const opened = useSessionState((state) => state.opened);
  if (opened.kind === "loading") {
    return (
      <main className="app-wait" aria-busy="true">
        <p className="visually-hidden" role="status">
          Loading {opened.what}
        </p>
      </main>
    );
  }
  const back = (
    <button type="button" className="button button-primary" onClick={() => actions.show("library")}>
      To the library
    </button>
  );
  if (opened.kind === "failed") {
    const { retry, source } = opened;
    return (
      <EmptyState tone="bad" title={opened.title}>
        <p>{opened.message}</p>
        <p className="empty-actions">
          {back}
          {retry && (
            <button type="button" className="button" onClick={() => void actions.open(retry)}>
              Try again
            </button>
          )}
          {source && (
            <button type="button" className="button" onClick={() => void actions.open(source, undefined, "write")}>
              Mend it in Write
            </button>
          )}
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState tone="info" title="No scenario is open">
      <p>Pick one in the library, or open a chapter of your own there.</p>
      <p className="empty-actions">{back}</p>
    </EmptyState>
  );
}
