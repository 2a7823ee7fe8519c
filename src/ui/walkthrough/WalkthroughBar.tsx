import { ChevronLeft, ChevronRight, Maximize, X } from "lucide-react";
import { useEffect, useState } from "react";
import { loadWalkthrough, type Walkthrough } from "../../session/load-walkthrough.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { NotesOf } from "../prose/NotesOf.tsx";
import { Prose } from "../prose/Prose.tsx";
import "./walkthrough-bar.css";

type Loaded = Awaited<ReturnType<typeof loadWalkthrough>>;

/** Tells the moment on screen, and leads to the next. What it shows is the app itself: everything can be looked into. */
export function WalkthroughBar() {
  const { actions } = useSession();
  const at = useSessionState((state) => state.walkthrough);
  const loaded = useLoaded(at?.of);
  if (!at) return null;
  return (
    <section className="moments" aria-label="Walkthrough">
      {loaded?.kind === "moments" ? <Told walkthrough={loaded} of={at.of} n={at.n} /> : <p>{loaded?.message}</p>}
      <div className="moments-tools">
        <FullScreen />
        <button
          type="button"
          className="icon-button"
          aria-label="Leave the walkthrough"
          title="Leave the walkthrough; what is on screen stays"
          onClick={actions.leaveWalkthrough}
        >
          <X size={16} aria-hidden />
        </button>
      </div>
    </section>
  );
}

interface ToldProps {
  readonly walkthrough: Walkthrough;
  readonly of: string;
  readonly n: number;
}

function Told({ walkthrough: { title, moments, at }, of, n }: ToldProps) {
  const { actions } = useSession();
  const moment = moments[n - 1];
  return (
    <>
      <div className="moments-steps">
        <Step of={of} n={n - 1} last={moments.length} keys="previousMoment" label="Previous moment" />
        <button
          type="button"
          className="link-button moments-count"
          aria-label={`${n} / ${moments.length}: show this moment as it was`}
          title="As it was, whatever you changed since"
          onClick={() => void actions.goToMoment(of, n)}
        >
          {n} / {moments.length}
        </button>
        <Step of={of} n={n + 1} last={moments.length} keys="nextMoment" label="Next moment" />
      </div>
      <div className="moments-told" role="status">
        <p className="moments-of">{title}</p>
        <h2 className="moments-title">{moment?.title}</h2>
        {moment && moment.notes.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          <div className="moments-notes" tabIndex={0} key={n}>
            <NotesOf at={at}>
              <Prose prose={moment.notes} />
            </NotesOf>
          </div>
        )}
      </div>
    </>
  );
}

interface StepProps {
  readonly of: string;
  readonly n: number;
  readonly last: number;
  readonly keys: string;
  readonly label: string;
}

function Step({ of, n, last, keys, label }: StepProps) {
  const { actions } = useSession();
  const Icon = keys === "nextMoment" ? ChevronRight : ChevronLeft;
  return (
    <button
      type="button"
      className="icon-button moments-step"
      data-keys={keys}
      aria-label={label}
      title={`${label} (${keys === "nextMoment" ? "Page Down" : "Page Up"})`}
      // Not the attribute: the last step's button would lose the focus that is on it.
      aria-disabled={n < 1 || n > last}
      onClick={() => n >= 1 && n <= last && void actions.goToMoment(of, n)}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

function FullScreen() {
  if (!document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label="Full screen"
      title="Full screen"
      onClick={() => {
        const asked = document.fullscreenElement
          ? document.exitFullscreen()
          : document.documentElement.requestFullscreen();
        asked.catch(() => {});
      }}
    >
      <Maximize size={15} aria-hidden />
    </button>
  );
}

function useLoaded(of: string | undefined): Loaded | undefined {
  const { ports } = useSession();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let gone = false;
    setLoaded(undefined);
    if (of !== undefined) void loadWalkthrough(of, ports).then((found) => !gone && setLoaded(found));
    return () => {
      gone = true;
    };
  }, [of, ports]);
  return loaded;
}
