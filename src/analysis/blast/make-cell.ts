import type { System } from "../../model/chapter.ts";
import type { FaultId, ScenarioId } from "../../model/ids.ts";
import type { Trace } from "../../model/trace.ts";
import { findDecider } from "../get-verdict.ts";
import type { BlastCell } from "./blast.ts";

/** The verdict of a run in short, without its reasons: they are most of a verdict's cost. */
export function makeCell(fault: FaultId, scenario: ScenarioId, system: System, trace: Trace): BlastCell {
  const faults = new Map(system.faults.map((each) => [each.id, each]));
  const decider = findDecider(trace, faults);
  if (decider === undefined) return { fault, scenario, outcome: "ok" };
  const userSees = faults.get(decider.fault)?.userSees;
  return {
    fault,
    scenario,
    outcome: decider.outcome,
    ...(decider.message === undefined ? {} : { hop: decider.message.hop }),
    ...(decider.layer === undefined ? {} : { layer: decider.layer }),
    ...(userSees === undefined ? {} : { userSees }),
  };
}
