import type { Blast, BlastCell, BlastPair } from "../analysis/blast/blast.ts";
import { makeCell } from "../analysis/blast/make-cell.ts";
import { isWorse, tallyCells } from "../analysis/blast/tally.ts";
import { findClientGiveUp } from "../analysis/client-give-up.ts";
import { findRelevantFaults } from "../engine/find-relevant-faults.ts";
import { simulate } from "../engine/simulate.ts";
import { walkRun } from "../engine/walk-run.ts";
import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { FaultId } from "../model/ids.ts";
import { messagesIn } from "../model/messages-in.ts";
import { healthyRun } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** Every failure alone against every scenario, with default choices. A failure that cannot matter is not played. */
export function computeBlast(scenarios: readonly Scenario[], system: System): Blast {
  return finish(blastSteps(scenarios, system));
}

/** All pairs of failures against every scenario: scenarios outermost, then the first failure, then the second. */
export function computePairs(scenarios: readonly Scenario[], system: System, blast: Blast): readonly BlastPair[] {
  return finish(pairSteps(scenarios, system, blast));
}

/** As `computeBlast`, a scenario at a time, for whoever must not wait for all of it. */
export function* blastSteps(scenarios: readonly Scenario[], system: System): Generator<undefined, Blast> {
  const play = playIn(system);
  const byScenario: (readonly BlastCell[])[] = [];
  const biting = new Set<FaultId>();
  for (const scenario of scenarios) {
    const relevant = findRelevantFaults(scenario, system);
    for (const id of relevant) biting.add(id);
    byScenario.push(
      system.faults.map(
        ({ id }): BlastCell =>
          relevant.has(id) ? play(scenario, [id]) : { fault: id, scenario: scenario.id, outcome: "ok" },
      ),
    );
    yield;
  }
  const byFault = system.faults.map((_, at) => byScenario.flatMap((cells) => cells[at] ?? []));
  return {
    scenarios: scenarios.map(({ id, title }, at) => ({ id, title, tally: tallyCells(byScenario[at] ?? []) })),
    faults: system.faults.map(({ id, title }, at) => ({ id, title, tally: tallyCells(byFault[at] ?? []) })),
    cells: byFault.flat(),
    idle: system.faults.flatMap(({ id }) => (biting.has(id) ? [] : [id])),
    empty: scenarios.flatMap(({ id, hops }) => (hops.some(({ steps }) => messagesIn(steps).length > 0) ? [] : [id])),
  };
}

/**
 * As `computePairs`, a failure at a time. A pair in which one cannot matter ends as the other does alone, so only the
 * rest is played.
 */
export function* pairSteps(
  scenarios: readonly Scenario[],
  system: System,
  blast: Blast,
): Generator<undefined, readonly BlastPair[]> {
  const play = playIn(system);
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
        const outcome = plays ? play(scenario, [first.id, second.id]).outcome : worst;
        const worseThanEither = isWorse(outcome, worst);
        pairs.push({ faults: [first.id, second.id], scenario: scenario.id, outcome, worseThanEither });
      }
      yield;
    }
  }
  return pairs;
}

function finish<Result>(steps: Generator<undefined, Result>): Result {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

type Play = (scenario: Scenario, faults: readonly FaultId[]) => BlastCell;

/** Plays without times where it can. What depends on the system alone is looked up once for all runs. */
function playIn(system: System): Play {
  const known = new Map<FaultId, Fault>(system.faults.map((fault) => [fault.id, fault]));
  return (scenario, ids) => {
    const faults = ids.flatMap((id) => known.get(id) ?? []);
    const run = { ...healthyRun, faults: ids.map((id) => ({ id })) };
    // A run asks only for its own faults; a long list of others would be looked through every time.
    const own = { layers: system.layers, faults };
    if (scenario.budget?.clientTimeout === undefined) {
      return makeCell(ids[0] ?? "", scenario.id, known, walkRun(scenario, own, run), undefined);
    }
    // Whether the client gives up is a question of time.
    const trace = simulate(scenario, own, run);
    return makeCell(ids[0] ?? "", scenario.id, known, trace, findClientGiveUp(scenario, trace));
  };
}
