import { type MouseEvent, useCallback, useMemo } from "react";
import type { Playhead } from "../../model/playhead.ts";
import type { Playable } from "../../session/results.ts";
import { useMeasure, usePlayhead, useSession, useSessionState } from "../app/session-context.ts";
import { NotesOf } from "../prose/NotesOf.tsx";
import { NotesPanel } from "../walk/notes/NotesPanel.tsx";
import { SessionPlayer } from "../walk/player/SessionPlayer.tsx";
import { Stage } from "../walk/stage/Stage.tsx";

interface WriteStageProps {
  readonly playable: Playable;
  readonly notes: boolean;
  readonly onNote: (said: string, near: number) => void;
}

/** The stage of what is written, with its player and the notes of where the playhead is. */
export function WriteStage({ playable, notes, onNote }: WriteStageProps) {
  const session = useSession();
  const { actions, results, playhead } = session;
  const measure = useMeasure();
  const { scenario, system } = playable;
  const run = useSessionState((state) => state.run);
  const spacing = useSessionState((state) => state.spacing);
  const focusHop = useSessionState((state) => state.focusHop);
  const trace = results.trace(playable, run);
  const track = results.track(trace);
  const verdict = results.verdict(playable, trace);
  const faultsOn = useMemo(() => run.faults.map(({ id }) => id), [run.faults]);
  const hopNumber = usePlayhead(useCallback((at: Playhead) => track.steps[at.step]?.hop, [track]));
  const hop = scenario.hops.find(({ n }) => n === hopNumber);
  /** A click into a note, unless it was for a link or to select a part of it. */
  function showNote({ target }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest("a, button, summary, input")) return;
    const said = target.closest("p, li, tr, pre, h3, h4, h5, h6")?.textContent;
    if (said && getSelection()?.isCollapsed) onNote(said, (hop ?? scenario).span.start);
  }
  return (
    <>
      <Stage
        scenario={scenario}
        system={system}
        trace={trace}
        verdict={verdict}
        track={track}
        playhead={playhead}
        spacing={spacing}
        focusHop={focusHop ?? null}
        faultsOn={faultsOn}
        measure={measure}
        find=""
        onSeek={actions.seek}
        onFocusHop={(hop) => actions.setFocus(hop ?? undefined)}
        onChoose={actions.choose}
        onToggleFault={actions.toggleFault}
      />
      {notes && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard one goes to the line in the text itself.
        <aside className="write-notes" aria-label="Notes" tabIndex={0} onClick={showNote}>
          <NotesOf at={playable.chapter.file}>
            <NotesPanel
              scenario={scenario}
              system={system}
              trace={trace}
              verdict={verdict}
              chapter={playable.chapter.notes}
              hop={hop}
            />
          </NotesOf>
        </aside>
      )}
      <SessionPlayer session={session} track={track} trace={trace} scenario={scenario} />
    </>
  );
}
