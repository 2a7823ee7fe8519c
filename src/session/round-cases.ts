import { getVerdict } from "../analysis/get-verdict.ts";
import { findRelevantFaults } from "../engine/find-relevant-faults.ts";
import { simulate } from "../engine/simulate.ts";
import type { System } from "../model/chapter.ts";
import type { BranchId, ChoiceId, FaultId, LayerId } from "../model/ids.ts";
import type { RoundCase } from "../model/round.ts";
import { healthyRun } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/**
 * Every failure alone against a scenario: under the default choices, and under each single other choice that changes
 * its outcome. Failures that cannot matter here are cases, too: they end ok.
 */
export function listRoundCases(scenario: Scenario, system: System): readonly RoundCase[] {
  const relevant = findRelevantFaults(scenario, system);
  const others = scenario.choices.flatMap(({ id, branches, default: taken }) =>
    branches.filter((branch) => branch.id !== taken).map((branch) => ({ [id]: branch.id })),
  );
  return system.faults.flatMap(({ id }) => {
    const plain = play(scenario, system, id, {});
    if (!relevant.has(id)) return [plain];
    return [
      plain,
      ...others.map((choices) => play(scenario, system, id, choices)).filter((one) => one.outcome !== plain.outcome),
    ];
  });
}

function play(
  scenario: Scenario,
  system: System,
  fault: FaultId,
  choices: Readonly<Record<ChoiceId, BranchId>>,
): RoundCase {
  const trace = simulate(scenario, system, { ...healthyRun, faults: [{ id: fault }], choices });
  const { outcome, layer, status, userSees } = getVerdict(scenario, system, trace);
  const met = new Set<LayerId>();
  for (const message of trace.messages)
    if (message.outcome !== "added") for (const each of message.layers) met.add(each);
  return {
    fault,
    choices,
    outcome,
    met: [...met],
    ...(layer === undefined ? {} : { layer }),
    ...(status === undefined ? {} : { status }),
    ...(userSees === undefined ? {} : { userSees }),
  };
}
