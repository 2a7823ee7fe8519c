import { useSession, useSessionState } from "../app/session-context.ts";
import { EmptyState } from "../shell/EmptyState.tsx";
import { Walk } from "./Walk.tsx";
import { WalkSkeleton } from "./WalkSkeleton.tsx";

/** The scenario that is open; or what stands there while it loads, or when there is none. */
export function WalkView() {
  const { actions, results } = useSession();
  const opened = useSessionState((state) => state.opened);
  const playable = useSessionState(results.playable);

  if (opened.kind === "loading") return <WalkSkeleton what={opened.what} />;
  if (playable) return <Walk key={playable.scenario.id} playable={playable} />;
  const back = (
    <button type="button" className="button button-primary" onClick={() => actions.show("library")}>
      To the library
    </button>
  );
  if (opened.kind === "failed") {
    const { retry } = opened;
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
