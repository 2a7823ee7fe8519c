import { lazy, Suspense, useDeferredValue, useEffect, useMemo } from "react";
import { getTheme } from "../../session/create-session.ts";
import { DropZone } from "../shell/DropZone.tsx";
import { ErrorBoundary } from "../shell/ErrorBoundary.tsx";
import { Header } from "../shell/Header.tsx";
import { Notices } from "../shell/Notices.tsx";
import { useKeys } from "../shell/use-keys.ts";
import { useSession, useSessionState } from "./session-context.ts";
import { views } from "./views.ts";
import "./app.css";

const loadLibrary = async () => ({ default: (await import("../library/LibraryView.tsx")).LibraryView });
const LibraryView = lazy(loadLibrary);
/** Few chapters come inside a link. */
const CarriedBanner = lazy(async () => ({ default: (await import("../shell/CarriedBanner.tsx")).CarriedBanner }));
const WalkthroughBar = lazy(async () => ({
  default: (await import("../walkthrough/WalkthroughBar.tsx")).WalkthroughBar,
}));
const HelpSheet = lazy(async () => ({ default: (await import("../shell/HelpSheet.tsx")).HelpSheet }));
/** So long after the start, ms, the ways to the library and to files, and the looks on paper, are fetched, whatever view came first: the network may go. */
const whenAtRest = 3_000;

/** The whole page: header, the view the link names, and what lies over both. */
export function App() {
  const { ports } = useSession();
  // The view before stays until the next has come and is drawn, bit by bit: nothing goes blank, and no click holds the page up.
  const view = useDeferredValue(useSessionState((state) => state.view));
  const theme = useSessionState(getTheme);
  const title = useTitle();
  const help = useKeys();
  const carried = useSessionState(
    (state) => state.view !== "library" && state.opened.kind === "open" && state.opened.source.kind === "carried",
  );
  const through = useSessionState((state) => state.view !== "library" && state.walkthrough !== undefined);
  const View = views.find(({ name }) => name === view)?.Component ?? LibraryView;
  // The same element: what happens around a view does not draw it again.
  const shown = useMemo(() => <View />, [View]);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const parts = () => [
      loadLibrary(),
      import("../../session/refusals.ts"),
      import("../walk/why/WhyDialog.tsx"),
      import("../walk/print.css"),
    ];
    const load = () => void Promise.all(parts()).catch(() => {});
    return ports.clock.after(whenAtRest, load);
  }, [ports.clock]);
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <div className="app" data-view={view}>
      <Header onHelp={help.show} />
      <Notices />
      {carried && (
        <Suspense>
          <CarriedBanner />
        </Suspense>
      )}
      {through && (
        <Suspense>
          <WalkthroughBar />
        </Suspense>
      )}
      <Suspense fallback={<div className="app-wait" />}>
        <ErrorBoundary key={view}>{shown}</ErrorBoundary>
      </Suspense>
      <DropZone />
      {help.open && (
        <Suspense fallback={null}>
          <HelpSheet open onClose={help.close} />
        </Suspense>
      )}
    </div>
  );
}

function useTitle(): string {
  const { results } = useSession();
  return useSessionState((state) => {
    const playable = state.view !== "library" ? results.playable(state) : undefined;
    return playable ? `${playable.scenario.title} · Hopwise` : "Hopwise";
  });
}
