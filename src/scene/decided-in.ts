import { type Decided, decideByReader } from "../model/condition.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";

/** Which branch each choice took in a run: at a fork that was passed, what was taken there; else what was chosen. */
export function decidedIn(scenario: Scenario, trace: Trace): Decided {
  const before = decideByReader(scenario.choices, trace.run.choices);
  const taken = new Map(trace.decisions.map((one) => [one.choice, one.taken]));
  return (choice) => taken.get(choice) ?? before(choice);
}
