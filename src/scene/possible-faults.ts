import type { System } from "../model/chapter.ts";
import { conditionHolds } from "../model/condition.ts";
import type { Fault } from "../model/fault.ts";
import type { LayerId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import { decidedIn } from "./decided-in.ts";

/** The failures that would bite a message in this run: those of its layers whose condition holds. */
export function possibleFaults(
  traced: TracedMessage,
  scenario: Scenario,
  system: System,
  trace: Trace,
): readonly Fault[] {
  const layers = new Set<LayerId>(traced.layers);
  const decided = decidedIn(scenario, trace);
  return system.faults.filter(
    (fault) => fault.layer !== undefined && layers.has(fault.layer) && conditionHolds(fault.when, decided),
  );
}
