import { useStore } from "zustand";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import type { FlowSession } from "../../../session/flow-session.ts";
import { PlayerBar } from "./PlayerBar.tsx";

interface SessionPlayerProps {
  readonly session: Pick<FlowSession, "store" | "playhead" | "actions">;
  readonly track: Track;
  readonly trace: Trace;
  readonly scenario: Scenario;
  /** Of two runs joined, instants are those of neither. */
  readonly joined?: boolean;
}

/** A session's player, in whatever view the session is shown. */
export function SessionPlayer({ session, track, trace, scenario, joined = false }: SessionPlayerProps) {
  const { store, playhead, actions } = session;
  return (
    <PlayerBar
      track={track}
      trace={trace}
      scenario={scenario}
      playhead={playhead}
      playing={useStore(store, (state) => state.playing)}
      speed={useStore(store, (state) => state.speed)}
      loopHop={useStore(store, (state) => state.loopHop)}
      timeless={joined || trace.drawnEnd === 0}
      onPlay={actions.play}
      onPause={actions.pause}
      onSeek={actions.seek}
      onStep={actions.stepMessage}
      onHop={actions.stepHop}
      onSpeed={actions.setSpeed}
      onLoop={actions.setLoop}
    />
  );
}
