import type { Blast, BlastCell, BlastPair } from "../analysis/blast/blast.ts";
import { makeCell } from "../analysis/blast/make-cell.ts";
import { isWorse, tallyCells } from "../analysis/blast/tally.ts";
import { findRelevantFaults } from "../engine/find-relevant-faults.ts";
import { simulate } from "../engine/simulate.ts";
import type { System } from "../model/chapter.ts";
import type { FaultId } from "../model/ids.ts";
import { healthyRun } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** Every failure alone against every scenario, with default choices. A failure that cannot matter is not played. */
export function computeBlast(scenarios: readonly Scenario[], system: System): Blast {
  const byScenario = scenarios.map((scenario) => {
    const relevant = findRelevantFaults(scenario, system);
    return system.faults.map(
      ({ id }): BlastCell =>
        relevant.has(id) ? play(scenario, system, [id]) : { fault: id, scenario: scenario.id, outcome: "ok" },
    );
  });
  const byFault = system.faults.map((_, at) => byScenario.flatMap((cells) => cells[at] ?? []));
  return {
    scenarios: scenarios.map(({ id, title }, at) => ({ id, title, tally: tallyCells(byScenario[at] ?? []) })),
    faults: system.faults.map(({ id, title }, at) => ({ id, title, tally: tallyCells(byFault[at] ?? []) })),
    cells: byFault.flat(),
  };
}

/**
 * All pairs of failures against every scenario. A pair in which one cannot matter ends as the other does alone, so
 * only the rest is played.
 */
export function computePairs(scenarios: readonly Scenario[], system: System, blast: Blast): readonly BlastPair[] {
  const pairs: BlastPair[] = [];
  const across = scenarios.length;
  for (const [s, scenario] of scenarios.entries()) {
    const relevant = findRelevantFaults(scenario, system);
    for (const [a, first] of system.faults.entries()) {
      const one = blast.cells[a * across + s]?.outcome ?? "ok";
      for (let b = a + 1; b < system.faults.length; b++) {
        const second = system.faults[b];
        if (second === undefined) continue;
        const other = blast.cells[b * across + s]?.outcome ?? "ok";
        const worst = isWorse(one, other) ? one : other;
        const plays = relevant.has(first.id) && relevant.has(second.id);
        const outcome = plays ? play(scenario, system, [first.id, second.id]).outcome : worst;
        const worseThanEither = isWorse(outcome, worst);
        pairs.push({ faults: [first.id, second.id], scenario: scenario.id, outcome, worseThanEither });
      }
    }
  }
  return pairs;
}

function play(scenario: Scenario, system: System, faults: readonly FaultId[]): BlastCell {
  const trace = simulate(scenario, system, { ...healthyRun, faults: faults.map((id) => ({ id })) });
  return makeCell(faults[0] ?? "", scenario, system, trace);
}
