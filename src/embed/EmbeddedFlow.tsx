import { useStore } from "zustand";
import type { MeasureText } from "../scene/measure-text.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Refusal } from "../session/refusals.ts";
import { Flow } from "../ui/flow/Flow.tsx";
import type { Wish } from "./read-attributes.ts";

interface EmbeddedFlowProps {
  readonly session: FlowSession;
  readonly wish: Wish;
  readonly theme: "light" | "dark";
  readonly refusal: Refusal | undefined;
  readonly notes: readonly string[];
  readonly measure: MeasureText;
}

/** What stands in the tag: the flow; or the page's own text while it loads and, with the reason, when it cannot play. */
export function EmbeddedFlow({ session, wish, theme, refusal, notes, measure }: EmbeddedFlowProps) {
  const state = useStore(session.store);
  const playable = session.results.playable(state);
  return (
    <div className="flow-frame" data-theme={theme} part="frame">
      {playable && !refusal ? (
        <Flow
          key={playable.scenario.id}
          session={session}
          playable={playable}
          controls={wish.controls}
          measure={measure}
          notes={notes}
          lang={wish.lang}
        />
      ) : (
        <>
          {refusal && (
            <div className="flow-message" role="status" lang="en" part="problem">
              <strong>{refusal.title}</strong>
              {refusal.message}
            </div>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div className="flow-text" tabIndex={0}>
            <slot />
          </div>
        </>
      )}
    </div>
  );
}
