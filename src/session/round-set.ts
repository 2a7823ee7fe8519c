import { makeRounds } from "../analysis/rounds/make-rounds.ts";
import type { System } from "../model/chapter.ts";
import type { Round } from "../model/round.ts";
import type { Scenario } from "../model/scenario.ts";
import { listRoundCases } from "./round-cases.ts";

/** The questions of a scenario's set. Pure: the same set is the same questions for everyone who opens its link. */
export function makeRoundSet(scenario: Scenario, system: System, set: number): readonly Round[] {
  return makeRounds(system, listRoundCases(scenario, system), set);
}
