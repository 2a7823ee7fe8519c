import { useDeferredValue, useMemo } from "react";
import { findMessages } from "../../scene/find-messages.ts";
import { findLayerStates } from "../../session/layer-states.ts";
import type { Playable } from "../../session/results.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { makeRail } from "./rail/make-rail.ts";
import { useMedians } from "./rail/use-medians.ts";

/** Everything the walk's parts show, from the run as it is now. Each result is computed once, in the session. */
export function useWalk(playable: Playable) {
  const { results } = useSession();
  const run = useSessionState((state) => state.run);
  const find = useSessionState((state) => state.find);
  const { scenario, system } = playable;

  const trace = results.trace(playable, run);
  const healthy = results.healthy(playable, run);
  const track = results.track(trace);
  const verdict = results.verdict(playable, trace);
  const words = results.words(playable, trace);
  const layers = results.layers(playable, healthy);
  // A run for every branch: they come a moment after the switch that was pressed.
  const now = useMemo(() => ({ playable, trace }), [playable, trace]);
  const settled = useDeferredValue(now);
  const differences = results.differences(settled.playable, settled.trace);
  const sides = results.sides(settled.playable, settled.trace);
  const medians = useMedians({ differences, sides });
  const rail = useMemo(() => makeRail(layers, findLayerStates(trace)), [layers, trace]);
  const hits = useMemo(() => findMessages(scenario, trace, find), [scenario, trace, find]);
  const faultsOn = useMemo(() => run.faults.map(({ id }) => id), [run.faults]);

  return {
    scenario,
    system,
    run,
    trace,
    healthy,
    track,
    verdict,
    words,
    rail,
    changes: { playable: settled.playable, run: settled.trace.run, differences, sides },
    medians,
    hits,
    find,
    faultsOn,
  };
}
