import { useCallback, useEffect, useMemo } from "react";
import type { Round } from "../../model/round.ts";
import type { Playable } from "../../session/results.ts";
import { useMeasure, useSession, useSessionState } from "../app/session-context.ts";
import { useMedia } from "../shared/use-media.ts";
import { SessionPlayer } from "../walk/player/SessionPlayer.tsx";
import { Stage } from "../walk/stage/Stage.tsx";

interface RoundStageProps {
  readonly playable: Playable;
  readonly round: Round | undefined;
  readonly revealed: boolean;
}

/** So many messages before the one that breaks, so that it is seen coming. */
const runUp = 3;

/** The path of the request: healthy while the question stands, and with the failure once it is answered. */
export function RoundStage({ playable, round, revealed }: RoundStageProps) {
  const session = useSession();
  const { actions, results, playhead, store } = session;
  const measure = useMeasure();
  const { scenario, system } = playable;
  const run = useSessionState((state) => state.run);
  const spacing = useSessionState((state) => state.spacing);
  const calm = useMedia("(prefers-reduced-motion: reduce)");

  useEffect(() => {
    // A link that leads away from the questions has brought a run, and this view is only still on screen.
    if (!round || store.getState().view !== "predict") return;
    const { fault, choices } = round.about;
    actions.pause();
    actions.setSwitches({ faults: revealed ? [{ id: fault }] : [], choices, sides: {} });
    actions.seek(-1, 0);
    if (!revealed) return;
    const trace = results.trace(playable, { faults: [{ id: fault }], choices, sides: {}, seed: 1 });
    const bitten = trace.messages.find((message) => message.bites.some((bite) => bite.fault === fault));
    const step = results.track(trace).steps.findIndex(({ index }) => index === bitten?.index);
    if (calm) {
      actions.seek(Math.max(step, 0), 1);
    } else {
      actions.seek(Math.max(step - runUp, -1), 1);
      actions.play();
    }
  }, [round, revealed, playable, actions, results, store, calm]);

  const trace = results.trace(playable, run);
  const track = results.track(trace);
  const faultsOn = useMemo(() => run.faults.map(({ id }) => id), [run.faults]);
  const noFocus = useCallback(() => undefined, []);
  return (
    <div className="predict-stage">
      <Stage
        scenario={scenario}
        system={system}
        trace={trace}
        verdict={results.verdict(playable, trace)}
        track={track}
        playhead={playhead}
        spacing={spacing}
        focusHop={null}
        faultsOn={faultsOn}
        measure={measure}
        find=""
        onSeek={actions.seek}
        onFocusHop={noFocus}
        onChoose={actions.choose}
        onToggleFault={actions.toggleFault}
      />
      <SessionPlayer session={session} track={track} trace={trace} scenario={scenario} />
    </div>
  );
}
