import { Minus, MoveHorizontal, Plus } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { FromFrame } from "../../mermaid-frame/protocol.ts";
import type { Playhead } from "../../model/playhead.ts";
import type { Trace } from "../../model/trace.ts";
import type { Track } from "../../model/track.ts";
import { getTheme } from "../../session/create-session.ts";
import { mermaidRun } from "../../session/mermaid-run.ts";
import type { Playable } from "../../session/results.ts";
import { usePlayhead, useSession, useSessionState } from "../app/session-context.ts";
import { MermaidFrame } from "./MermaidFrame.tsx";
import "./mermaid.css";

interface MermaidStageProps {
  readonly playable: Playable;
  readonly trace: Trace;
  readonly track: Track;
}

/** So long, ms, may Mermaid take to come before the reader is told that it did not. */
const patience = 30_000;
const leastZoom = 0.25;
const mostZoom = 4;

/** The run as it happened, drawn by Mermaid in place of the stage; the player goes through it as before. */
export function MermaidStage({ playable, trace, track }: MermaidStageProps) {
  const { ports } = useSession();
  const theme = useSessionState(getTheme);
  const { text, order } = useMemo(() => mermaidRun(playable, trace), [playable, trace]);
  const message = usePlayhead(
    useCallback((at: Playhead) => order.get(track.steps[at.step]?.index ?? -1) ?? -1, [order, track]),
  );
  const [zoom, setZoom] = useState(1);
  const [state, setState] = useState<"loading" | "late" | "drawn">("loading");
  const [refused, setRefused] = useState<string>();
  const onAnswer = useCallback((answer: FromFrame) => {
    if (answer.kind === "refused") setRefused(answer.reason);
    if (answer.kind !== "drawn") return;
    setState("drawn");
    setRefused(undefined);
  }, []);
  useEffect(
    () => ports.clock.after(patience, () => setState((now) => (now === "loading" ? "late" : now))),
    [ports.clock],
  );
  const zoomBy = (factor: number) => setZoom((now) => Math.min(mostZoom, Math.max(leastZoom, (now || 1) * factor)));
  const icon = { size: 14, "aria-hidden": true } as const;

  return (
    <section className="mermaid-stage" aria-label="As Mermaid draws it" data-drawn={state === "drawn" || undefined}>
      <MermaidFrame
        title="The run as Mermaid draws it"
        text={text}
        theme={theme}
        message={message}
        zoom={zoom}
        onAnswer={onAnswer}
      />
      {refused !== undefined ? (
        <p className="mermaid-says" role="alert">
          Mermaid does not draw this run{state === "drawn" ? "; the last drawing stays" : ""}. It says: {refused}
        </p>
      ) : (
        state !== "drawn" && (
          <p className="mermaid-says" role="status">
            {state === "late" ? "Mermaid did not start. The stage draws the same run." : "Mermaid is being fetched…"}
          </p>
        )
      )}
      <fieldset className="mermaid-tools">
        <legend className="visually-hidden">Size of the drawing</legend>
        <button type="button" className="icon-button" aria-label="Smaller" title="Smaller" onClick={() => zoomBy(0.8)}>
          <Minus {...icon} />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Fit the width"
          title="Fit the width"
          aria-pressed={zoom === 0}
          onClick={() => setZoom(0)}
        >
          <MoveHorizontal {...icon} />
        </button>
        <button type="button" className="icon-button" aria-label="Larger" title="Larger" onClick={() => zoomBy(1.25)}>
          <Plus {...icon} />
        </button>
      </fieldset>
    </section>
  );
}
