import { nameSymptom } from "../analysis/diagnosis/symptom.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Asked } from "./diagnose.ts";

/** What can be seen in a scenario, in the words to record it by: `works` first, then what its failures can show. */
export function listPicks({ system, book }: Asked, scenario: Scenario): readonly string[] {
  const shown = new Set(["works"]);
  for (const { id } of system.faults) {
    for (const { symptom } of book.ways(scenario, [id])) shown.add(nameSymptom(symptom));
  }
  return [...shown];
}
