import { getVerdict } from "../analysis/get-verdict.ts";
import { hasTimes } from "../analysis/has-times.ts";
import { orderLayers } from "../analysis/order-layers.ts";
import { sayVerdict } from "../analysis/say-verdict.ts";
import { simulate } from "../engine/simulate.ts";
import type { Chapter, System } from "../model/chapter.ts";
import type { BranchId, ChoiceId, FaultId } from "../model/ids.ts";
import { healthyRun, type Run, type Side } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { makeTrack } from "../player/track.ts";
import { memo } from "./memo.ts";
import type { SessionState } from "./state.ts";

/** The chapter and scenario on screen. */
export interface Playable {
  readonly chapter: Chapter;
  readonly scenario: Scenario;
  readonly system: System;
}

/** What choosing a branch or a side does to the total, against what counts now. Ends that nobody states are null. */
export interface Difference {
  readonly least: number;
  readonly most: number | null;
  /** Between the medians of many drawn runs, once they are drawn. */
  readonly p50?: number;
}

/**
 * The derived half of a session. Each result is one call of a pure function, remembered for the last arguments, so that
 * a frame of playing or a letter typed into the search computes nothing.
 */
export function createResults() {
  const playable = memo(findPlayable);
  const trace = memo(simulate);
  const healthyRunOf = memo(
    (choices: Run["choices"], sides: Run["sides"], seed: number): Run => ({ ...healthyRun, choices, sides, seed }),
  );
  const healthy = memo(simulate);
  const verdict = memo(getVerdict);
  const words = memo(sayVerdict);
  const track = memo(makeTrack);
  const layers = memo(orderLayers);
  const differences = memo(findDifferences);
  const sides = memo(findSideDifferences);

  return {
    playable: (state: SessionState) => playable(state.opened, state.scenario),
    trace: (at: Playable, run: Run) => trace(at.scenario, at.system, run),
    /** The same choices without any failure: what the run is compared with. */
    healthy: (at: Playable, run: Run) =>
      run.faults.length === 0
        ? trace(at.scenario, at.system, run)
        : healthy(at.scenario, at.system, healthyRunOf(run.choices, run.sides, run.seed)),
    verdict: (at: Playable, of: Trace) => verdict(at.scenario, at.system, of),
    words: (at: Playable, of: Trace) => words(at.scenario, at.system, of, verdict(at.scenario, at.system, of)),
    track: (of: Trace) => track(of),
    layers: (at: Playable, of: Trace) => layers(at.scenario, at.system, of),
    /** Of every branch, under the failures of this very run. */
    differences: (at: Playable, of: Trace) => differences(at.scenario, at.system, of),
    /** Of an unaffected request against an affected one, for every partial failure that is on. */
    sides: (at: Playable, of: Trace) => sides(at.scenario, at.system, of),
  };
}

export type Results = ReturnType<typeof createResults>;

function findPlayable(opened: SessionState["opened"], id: SessionState["scenario"]): Playable | undefined {
  if (opened.kind !== "open") return undefined;
  for (const chapter of opened.library.chapters) {
    const scenario = chapter.scenarios.find((one) => one.id === id);
    if (scenario) return { chapter, scenario, system: chapter.system };
  }
  return undefined;
}

/** Choices times messages: beyond it, playing the run anew for every branch would keep the page from answering. */
const mostPlayed = 150_000;

/** Least against least, most against most, for every branch of every choice; the one taken differs by nothing. */
function findDifferences(
  scenario: Scenario,
  system: System,
  trace: Trace,
): ReadonlyMap<ChoiceId, ReadonlyMap<BranchId, Difference>> {
  if (scenario.choices.length * trace.messages.length > mostPlayed) return new Map();
  return new Map(
    scenario.choices.map(({ id, branches }) => [
      id,
      new Map(
        branches.flatMap((branch) => {
          const choices = { ...trace.run.choices, [id]: branch.id };
          const other = simulate(scenario, system, { ...trace.run, choices });
          // Where no time is stated nobody knows what the branch changes.
          return hasTimes(trace) || hasTimes(other) ? [[branch.id, subtract(other, trace)] as const] : [];
        }),
      ),
    ]),
  );
}

function findSideDifferences(scenario: Scenario, system: System, { run }: Trace): ReadonlyMap<FaultId, Difference> {
  const on = run.faults.filter(({ id }) => system.faults.some((fault) => fault.id === id && fault.share !== undefined));
  return new Map(
    on.map(({ id }) => {
      const look = (side: Side) => simulate(scenario, system, { ...run, sides: { ...run.sides, [id]: side } });
      return [id, subtract(look("unaffected"), look("affected"))];
    }),
  );
}

function subtract({ total: a }: Trace, { total: b }: Trace): Difference {
  // Two waits that nobody states are the same one as far as anybody can tell, when they begin alike.
  if (a.max === null && b.max === null && a.min === b.min) return { least: 0, most: 0 };
  const most = a.max === null || b.max === null ? null : a.max - b.max;
  return { least: a.min - b.min, most };
}
