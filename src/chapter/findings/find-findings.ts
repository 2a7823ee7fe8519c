import type { ProblemList } from "../problem-list.ts";
import { findFasterThanLight } from "./faster-than-light.ts";
import type { FindingsOf } from "./findings-of.ts";
import { findHopDisagreements } from "./hop-against-budget.ts";
import { findIdleLayers } from "./idle-layers.ts";
import { findNothingSent } from "./nothing-sent.ts";
import { findToothlessFaults } from "./toothless-faults.ts";
import { findTotalDisagreement } from "./total-against-sum.ts";
import { findUncoveredLifelines } from "./uncovered-lifelines.ts";

/** Things worth knowing that no single line is wrong about; `listOf` gives the list of a file's problems. */
export function findFindings(all: FindingsOf, listOf: (file: string) => ProblemList | undefined): void {
  for (const scenario of all.scenarios) {
    const problems = listOf(scenario.file);
    if (!problems) continue;
    findNothingSent(scenario, problems);
    findHopDisagreements(scenario, problems);
    findTotalDisagreement(scenario, problems);
    findFasterThanLight(scenario, problems);
    if (all.faults.length > 0) findUncoveredLifelines(scenario, problems);
  }
  if (all.ofLibrary || all.scenarios.length === 0) return;
  findIdleLayers(all, listOf);
  findToothlessFaults(all, listOf);
}
