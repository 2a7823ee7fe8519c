import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { PlayheadSource } from "../../model/playhead.ts";
import { otherRun } from "../../session/compare.ts";
import {
  type ComparedRuns,
  comparePlayed,
  createOtherResults,
  type JoinedRuns,
  type RunSide,
} from "../../session/compare-runs.ts";
import type { Playable } from "../../session/results.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

export interface Compared extends ComparedRuns {
  /** Where either run stands, from the one playhead that moves. */
  readonly playheads: Readonly<Record<RunSide, PlayheadSource>>;
}

/** Both runs, their differences, and the one playhead over them. While it is shown, the player moves over both. */
export function useCompared(playable: Playable): Compared {
  const { actions, results, playhead } = useSession();
  const run = useSessionState((state) => state.run);
  const compare = useSessionState((state) => state.compare);
  const others = useMemo(createOtherResults, []);
  const other = useMemo(() => (compare ? otherRun(run, compare) : run), [run, compare]);
  const compared = useMemo(
    () => comparePlayed(playable, results, others, other, run),
    [playable, results, others, other, run],
  );
  const { joined } = compared;
  const playheads = useMemo(
    () => ({ a: derive(playhead, joined, "a"), b: derive(playhead, joined, "b") }),
    [playhead, joined],
  );
  // The stages are drawn once more when the playhead has changed over, before anything is painted.
  const [, setOver] = useState<JoinedRuns>();
  useLayoutEffect(() => {
    actions.playOver(joined.joined);
    setOver(joined);
  }, [actions, joined]);
  useEffect(() => () => actions.playOver(undefined), [actions]);
  return { ...compared, playheads };
}

function derive(playhead: PlayheadSource, joined: JoinedRuns, side: RunSide): PlayheadSource {
  return { get: () => joined.at(side, playhead.get()), subscribe: playhead.subscribe };
}
