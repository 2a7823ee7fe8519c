import { ArrowUpRight } from "lucide-react";
import { useStore } from "zustand";
import type { MeasureText } from "../../scene/measure-text.ts";
import type { Flow as FlowOf } from "../../session/flow-session.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import type { Link } from "../../session/link/link.ts";
import type { Refusal } from "../../session/refusals.ts";
import { Flow, type FlowControls } from "../../ui/flow/Flow.tsx";
import "./framed-flow.css";

interface FramedFlowProps {
  readonly session: FlowOf;
  /** What the embed's address said. */
  readonly link: Link;
  readonly controls: FlowControls;
  readonly theme: "light" | "dark";
  readonly refusal: Refusal | undefined;
  readonly notes: readonly string[];
  readonly measure: MeasureText;
  /** Where the app stands. */
  readonly app: string;
}

/** A whole page that is one flow, and the way from it to the app, at the same place of the same run. */
export function FramedFlow({ session, link, controls, theme, refusal, notes, measure, app }: FramedFlowProps) {
  const state = useStore(session.store);
  const playable = session.results.playable(state);
  const address = () => app + encodeLink(linkNow(session, link));
  return (
    <div className="flow-frame" data-theme={theme}>
      {playable && !refusal ? (
        <Flow
          key={playable.scenario.id}
          session={session}
          playable={playable}
          controls={controls}
          measure={measure}
          notes={notes}
        />
      ) : (
        <div className="framed-space">
          {refusal && (
            <div className="flow-message" role="status">
              <strong>{refusal.title}</strong>
              {refusal.message}
            </div>
          )}
        </div>
      )}
      <footer className="framed-foot">
        <span className="framed-title">{playable?.scenario.title}</span>
        <a
          className="framed-open"
          href={address()}
          target="_blank"
          rel="noopener"
          // The playhead moves without drawing this anew; the link is made when someone is about to follow it.
          onPointerEnter={(event) => event.currentTarget.setAttribute("href", address())}
          onFocus={(event) => event.currentTarget.setAttribute("href", address())}
          onClick={(event) => event.currentTarget.setAttribute("href", address())}
        >
          Open in Hopwise <ArrowUpRight size={13} aria-hidden />
        </a>
      </footer>
    </div>
  );
}

/** The app's link to what is on screen: of the embed's own state there is nothing in it. */
function linkNow(session: FlowOf, link: Link): Link {
  const { run, scenario } = session.store.getState();
  if (scenario === undefined) return link;
  const here = session.here();
  const { at: _before, ...rest } = link;
  return {
    ...rest,
    scenario,
    fail: run.faults,
    with: [...Object.entries(run.choices), ...Object.entries(run.sides)].map(([name, value]) => ({ name, value })),
    ...(here ? { at: { kind: "message" as const, ...here } } : {}),
  };
}
