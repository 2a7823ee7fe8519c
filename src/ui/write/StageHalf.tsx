import { useStore } from "zustand";
import type { Desk } from "../../session/write-desk.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { Coded } from "../shared/Coded.tsx";
import { WriteStage } from "./WriteStage.tsx";

interface StageHalfProps {
  readonly desk: Desk;
  readonly notes: boolean;
  readonly onGoToLine: (line: number) => void;
  /** A note was clicked: what it says, and where the hop or scenario that it is about begins in the text. */
  readonly onNote: (said: string, near: number) => void;
}

/** What the text comes to, drawn anew with every keystroke; while it is broken, what it came to before. */
export function StageHalf({ desk, notes, onGoToLine, onNote }: StageHalfProps) {
  const playable = useSessionState(useSession().results.playable);
  const broken = useStore(desk.store, (state) => state.broken);
  return (
    <div className="write-stage" data-broken={broken !== undefined || undefined}>
      {broken && (
        <p className="write-broken" role="status">
          <span>
            The stage shows the last text that could be read. Line {broken.line}: <Coded>{broken.message}</Coded>
          </span>
          <button type="button" className="button" onClick={() => onGoToLine(broken.line)}>
            Go to line {broken.line}
          </button>
        </p>
      )}
      {playable ? (
        <WriteStage playable={playable} notes={notes} onNote={onNote} />
      ) : (
        <p className="write-nothing">There is nothing to play yet. A diagram with one arrow is enough.</p>
      )}
    </div>
  );
}
