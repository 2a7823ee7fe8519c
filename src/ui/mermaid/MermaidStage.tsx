import { useCallback, useMemo } from "react";
import type { Playhead } from "../../model/playhead.ts";
import type { Trace } from "../../model/trace.ts";
import type { Track } from "../../model/track.ts";
import { mermaidRun } from "../../session/mermaid-run.ts";
import type { Playable } from "../../session/results.ts";
import { usePlayhead } from "../app/session-context.ts";
import { Drawing } from "./Drawing.tsx";

interface MermaidStageProps {
  readonly playable: Playable;
  readonly trace: Trace;
  readonly track: Track;
}

/** The run as it happened, drawn by Mermaid in place of the stage; the player goes through it as before. */
export function MermaidStage({ playable, trace, track }: MermaidStageProps) {
  const { text, order } = useMemo(() => mermaidRun(playable, trace), [playable, trace]);
  const message = usePlayhead(
    useCallback((at: Playhead) => order.get(track.steps[at.step]?.index ?? -1) ?? -1, [order, track]),
  );
  return (
    <section className="mermaid-stage" aria-label="As Mermaid draws it">
      <Drawing title="The run as Mermaid draws it" name="this run" text={text} message={message} />
    </section>
  );
}
