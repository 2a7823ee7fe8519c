import type { System } from "../../model/chapter.ts";
import type { FaultId } from "../../model/ids.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import { findClientGiveUp } from "../client-give-up.ts";
import { findDecider, withGiveUp } from "../get-verdict.ts";
import type { BlastCell } from "./blast.ts";

/** The verdict of a run in short, without its reasons: they are most of a verdict's cost. */
export function makeCell(fault: FaultId, scenario: Scenario, system: System, trace: Trace): BlastCell {
  const faults = new Map(system.faults.map((each) => [each.id, each]));
  const giveUp = findClientGiveUp(scenario, trace);
  const decider = withGiveUp(findDecider(trace, faults), giveUp, trace, faults);
  if (decider === undefined) return { fault, scenario: scenario.id, outcome: "ok" };
  const userSees = faults.get(decider.fault)?.userSees;
  return {
    fault,
    scenario: scenario.id,
    outcome: decider.outcome,
    ...(decider.message === undefined ? {} : { hop: decider.message.hop }),
    ...(decider.layer === undefined ? {} : { layer: decider.layer }),
    ...(userSees === undefined ? {} : { userSees }),
  };
}
