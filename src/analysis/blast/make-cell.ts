import type { Fault } from "../../model/fault.ts";
import type { FaultId, ScenarioId } from "../../model/ids.ts";
import type { TracedMessage } from "../../model/trace.ts";
import type { ClientGiveUp } from "../client-give-up.ts";
import type { Happened, Met } from "../decider.ts";
import { findDecider, withGiveUp } from "../get-verdict.ts";
import type { BlastCell } from "./blast.ts";

/** The verdict of a run in short, without its reasons: they are most of a verdict's cost. */
export function makeCell(
  fault: FaultId,
  scenario: ScenarioId,
  faults: ReadonlyMap<FaultId, Fault>,
  happened: Happened<Met & Pick<TracedMessage, "hop">>,
  giveUp: ClientGiveUp | undefined,
): BlastCell {
  const decider = withGiveUp(findDecider(happened, faults), giveUp, happened, faults);
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
