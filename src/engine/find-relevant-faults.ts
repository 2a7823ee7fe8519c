import type { System } from "../model/chapter.ts";
import type { FaultId, LayerId } from "../model/ids.ts";
import { stepsIn } from "../model/messages-in.ts";
import { healthyRun } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { findActiveFaults, findLayers, isFatal, mapParticipants } from "./active-faults.ts";
import { namesFault } from "./names-failure.ts";

/**
 * The faults that can change a run of a scenario, whatever is chosen. Every other one leaves the run as it is, alone
 * or beside others, and need not be played: no drawn message has its layer, no place reacts to it, and no branch of
 * an alt speaks of it (which would force that branch even where the layer itself is not drawn).
 */
export function findRelevantFaults(scenario: Scenario, system: System): ReadonlySet<FaultId> {
  const participants = mapParticipants(scenario);
  const drawn = new Set<LayerId>();
  const reactedTo = new Set<FaultId>();
  const branchTexts = new Set<string>();
  for (const hop of scenario.hops) {
    for (const step of stepsIn(hop.steps)) {
      if (step.kind !== "message" && step.kind !== "block") continue;
      for (const { fault } of step.on) reactedTo.add(fault);
      if (step.kind === "message") for (const layer of findLayers(step, participants)) drawn.add(layer);
      else if (step.type === "alt") for (const { text } of step.branches) if (text !== "") branchTexts.add(text);
    }
  }
  const layers = new Map(system.layers.map((layer) => [layer.id, layer]));
  const active = findActiveFaults(system, { ...healthyRun, faults: system.faults.map(({ id }) => ({ id })) });
  const relevant = active.all.filter(
    (each) =>
      drawn.has(each.layer) ||
      reactedTo.has(each.fault.id) ||
      (isFatal(each.kind) && [...branchTexts].some((text) => namesFault(text, each, layers.get(each.layer)))),
  );
  return new Set(relevant.map(({ fault }) => fault.id));
}
