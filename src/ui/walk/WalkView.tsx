import { lazy } from "react";
import { useSession, useSessionState } from "../app/session-context.ts";
import { NotOpen } from "../shell/NotOpen.tsx";
import { Walk } from "./Walk.tsx";
import { WalkSkeleton } from "./WalkSkeleton.tsx";

const CompareView = lazy(async () => ({ default: (await import("../compare/CompareView.tsx")).CompareView }));

/** The scenario that is open; or what stands there while it loads, or when there is none. */
export function WalkView() {
  const { results } = useSession();
  const opened = useSessionState((state) => state.opened);
  const comparing = useSessionState((state) => state.compare !== undefined);
  const playable = useSessionState(results.playable);

  if (opened.kind === "loading") return <WalkSkeleton what={opened.what} />;
  if (playable && comparing) return <CompareView key={playable.scenario.id} playable={playable} />;
  if (playable) return <Walk key={playable.scenario.id} playable={playable} />;
  return <NotOpen />;
}
