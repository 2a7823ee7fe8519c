import { nameSymptom } from "../analysis/diagnosis/symptom.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Asked } from "./diagnose.ts";

/** What the user sees by the chapters' own words, of every failure that matters in a scenario; each once. */
export function listWords({ system, book }: Asked, scenario: Scenario): readonly string[] {
  const told = system.faults.filter(({ id }) => book.matters(scenario, id));
  return [...new Set(told.flatMap(({ userSees }) => userSees ?? []))];
}

/** What can be seen in a scenario, in the words to record it by: `works` first, then what its failures can show. */
export function listPicks({ system, book }: Asked, scenario: Scenario): readonly string[] {
  const shown = new Set(["works"]);
  for (const { id } of system.faults) {
    for (const { symptom } of book.ways(scenario, [id])) shown.add(nameSymptom(symptom));
  }
  return [...shown];
}
