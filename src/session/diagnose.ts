import { watchExplained } from "../analysis/diagnosis/contradictions.ts";
import { explainSuspect, type Reason } from "../analysis/diagnosis/explain-suspect.ts";
import { type Look, lookAtScenario, lookByCheck, orderLooks, pickLooks } from "../analysis/diagnosis/next-look.ts";
import { isBad, type Observation } from "../analysis/diagnosis/observation.ts";
import {
  explainsAll,
  type Hypothesis,
  type Ranked,
  type Ranking,
  rankSuspects,
} from "../analysis/diagnosis/rank-suspects.ts";
import { slip, type Weight, weighSeen } from "../analysis/diagnosis/weigh.ts";
import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { FaultId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Entry } from "./diagnosis-subjects.ts";
import { makeWaysBook, type WaysBook } from "./diagnosis-ways.ts";

export interface Suspect extends Ranked {
  readonly because: readonly Reason[];
}

export interface Diagnosis extends Omit<Ranking, "suspects" | "ruledOut"> {
  readonly observations: readonly Observation[];
  readonly suspects: readonly Suspect[];
  readonly ruledOut: readonly Suspect[];
  /** Failures whose layer or effect the chapter does not say: nothing can be weighed for them. */
  readonly unweighed: readonly FaultId[];
  /** Failures that can change nothing in any scenario: no message passes their layer. */
  readonly idle: readonly FaultId[];
  /** What to look at next: the most telling look and, where that is a scenario to try, the most telling check. */
  readonly looks: readonly Look[];
}

export type { Fit } from "../analysis/diagnosis/weigh.ts";
export type { Look, Observation };

/** A library that can be asked, with what was walked in it so far. */
export interface Asked {
  readonly entries: readonly Entry[];
  readonly system: System;
  readonly book: WaysBook;
}

export function askLibrary(entries: readonly Entry[], system: System): Asked {
  return { entries, system, book: makeWaysBook(system) };
}

/** For so many suspects, and so many pairs of them, a look is worked out; the others have hardly a share left. */
const mostWeighed = 60;
const mostPairs = 8;

export function diagnose(asked: Asked, observations: readonly Observation[]): Diagnosis {
  const steps = diagnoseSteps(asked, observations);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** From what is seen to the suspects, in small steps, for whoever must not wait for all of it. */
export function* diagnoseSteps(
  { entries, system, book }: Asked,
  observations: readonly Observation[],
): Generator<undefined, Diagnosis> {
  const scenarios = new Map(entries.map(({ scenario }) => [scenario.id, scenario]));
  const weighable = system.faults.filter(isWeighable);
  const weigh = (faults: readonly FaultId[]): Hypothesis => ({
    faults,
    weights: observations.map((each) => weighOne(each, faults, scenarios, book)),
  });
  const explained = watchExplained(observations.length);
  const singles: Hypothesis[] = [];
  for (const { id } of weighable) {
    const single = weigh([id]);
    explained.note(single.weights);
    singles.push(single);
    yield;
  }
  const pairs: Hypothesis[] = [];
  if (observations.length > 0 && !singles.some(explainsAll)) {
    const touched = singles.filter(({ faults: [id = ""] }) =>
      observations.some((each) => matters(each, id, scenarios, book)),
    );
    for (const [a, first] of touched.entries()) {
      for (const second of touched.slice(a + 1)) {
        const pair = weigh([...first.faults, ...second.faults]);
        explained.note(pair.weights);
        if (isBetter(pair, first) && isBetter(pair, second) && stands(pair)) pairs.push(pair);
        yield;
      }
    }
  }
  const ranking = rankSuspects(singles, pairs, observations, explained);
  const weighted = pickWeighted(ranking.suspects);
  const seen = new Set(observations.flatMap((each) => (each.kind === "seen" ? [each.scenario] : [])));
  const checked = new Set(observations.flatMap((each) => (each.kind === "check" ? [each.fault] : [])));
  const looks: Look[] = [];
  for (const { scenario } of entries) {
    if (seen.has(scenario.id) || weighted.length < 2) continue;
    // Walked one by one, and remembered: all at once they would hold a page up.
    for (const { faults } of weighted) {
      book.ways(scenario, faults);
      yield;
    }
    looks.push(lookAtScenario(scenario.id, weighted, (faults) => book.ways(scenario, faults)));
    yield;
  }
  for (const { id, check } of weighable) {
    if (check === undefined || checked.has(id) || !weighted.some(({ faults }) => faults.includes(id))) continue;
    looks.push(lookByCheck(id, check, weighted));
  }
  const idle = new Set<FaultId>();
  for (const { faults } of ranking.ruledOut) {
    for (const id of faults) if (entries.every(({ scenario }) => !book.matters(scenario, id))) idle.add(id);
    yield;
  }
  const explain = (one: Ranked): Suspect => ({ ...one, because: explainSuspect(one, observations, scenarios, system) });
  const suspects: Suspect[] = [];
  for (const one of ranking.suspects) {
    suspects.push(explain(one));
    yield;
  }
  const ruledOut: Suspect[] = [];
  for (const one of ranking.ruledOut) {
    if (!one.faults.every((id) => idle.has(id))) ruledOut.push(explain(one));
    yield;
  }
  const ordered = pickLooks(orderLooks(looks));
  return {
    ...ranking,
    observations,
    suspects,
    ruledOut,
    unweighed: system.faults.filter((fault) => !isWeighable(fault)).map(({ id }) => id),
    idle: [...idle],
    looks:
      ordered.length > 0 || !observations.some(isBad)
        ? ordered
        : looks.filter(({ kind }) => kind === "check").slice(0, 1),
  };
}

function isWeighable({ layer, kind, then, status }: Fault): boolean {
  return layer !== undefined && (kind !== undefined || then !== undefined || status !== undefined);
}

function weighOne(
  observation: Observation,
  faults: readonly FaultId[],
  scenarios: ReadonlyMap<string, Scenario>,
  book: WaysBook,
): Weight {
  if (observation.kind === "check") {
    const has = faults.includes(observation.fault);
    return { likelihood: has === observation.broken ? 1 : slip, way: undefined };
  }
  const scenario = scenarios.get(observation.scenario);
  if (scenario === undefined) return { likelihood: slip, way: undefined };
  const { seen } = observation;
  return weighSeen(seen, book.ways(scenario, faults, seen.waited !== undefined), book.known);
}

function matters(
  observation: Observation,
  fault: FaultId,
  scenarios: ReadonlyMap<string, Scenario>,
  book: WaysBook,
): boolean {
  if (observation.kind === "check") return observation.broken && observation.fault === fault;
  const scenario = scenarios.get(observation.scenario);
  return scenario !== undefined && book.matters(scenario, fault);
}

const product = ({ weights }: Hypothesis): number => weights.reduce((all, { likelihood }) => all * likelihood, 1);

function isBetter(pair: Hypothesis, alone: Hypothesis): boolean {
  return product(pair) > product(alone) * 1.001;
}

function stands({ weights }: Hypothesis): boolean {
  return weights.every(({ likelihood }) => likelihood >= 0.1);
}

function pickWeighted(suspects: readonly Ranked[]) {
  let pairs = 0;
  const picked = suspects.filter(({ faults }) => faults.length === 1 || ++pairs <= mostPairs).slice(0, mostWeighed);
  const sum = picked.reduce((all, { score }) => all + score, 0);
  return picked.map(({ faults, score }) => ({ faults, share: score / sum }));
}
