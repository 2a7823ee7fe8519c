import { findClientGiveUp } from "../analysis/client-give-up.ts";
import { readSeen } from "../analysis/diagnosis/read-seen.ts";
import { stemsOf } from "../analysis/diagnosis/stems.ts";
import type { Symptom, Way } from "../analysis/diagnosis/symptom.ts";
import { findDecider, withGiveUp } from "../analysis/get-verdict.ts";
import { findRelevantFaults } from "../engine/find-relevant-faults.ts";
import { simulate } from "../engine/simulate.ts";
import { walkRun } from "../engine/walk-run.ts";
import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { BranchId, ChoiceId, FaultId } from "../model/ids.ts";
import { messagesIn, stepsIn } from "../model/messages-in.ts";
import { healthyRun, type Run, type Side } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** More combinations than this are not all walked: then each branch is tried with the others as they are by default. */
const mostCombinations = 16;

export interface WaysBook {
  /** Every way a scenario can go under some failures: each branch of each choice, affected and unaffected. */
  ways(scenario: Scenario, faults: readonly FaultId[], timed?: boolean): readonly Way[];
  /** Whether a failure can change anything in a scenario. */
  matters(scenario: Scenario, fault: FaultId): boolean;
  /** All words that the failures' rows and layers use, as stems. */
  readonly known: ReadonlySet<string>;
}

/** Walks runs as they are asked for and remembers them, as long as the library stays the same. */
export function makeWaysBook(system: System): WaysBook {
  const faults = new Map<FaultId, Fault>(system.faults.map((fault) => [fault.id, fault]));
  const words = new Map<FaultId, ReadonlySet<string>>(
    system.faults.map((fault) => [fault.id, new Set(wordsOf(fault, system))]),
  );
  const facts = new Map<Scenario, Facts>();
  const walked = new Map<Scenario, Map<string, readonly Way[]>>();

  const factsOf = (scenario: Scenario): Facts => {
    let known = facts.get(scenario);
    if (!known) {
      known = { relevant: findRelevantFaults(scenario, system), ...forksOf(scenario) };
      facts.set(scenario, known);
    }
    return known;
  };

  const symptomOf = (scenario: Scenario, run: Run, timed: boolean): Symptom => {
    const own: System = { layers: system.layers, faults: run.faults.flatMap(({ id }) => faults.get(id) ?? []) };
    // Whether the client gives up, and how long anybody waits, are questions of time.
    const trace = timed || scenario.budget?.clientTimeout !== undefined ? simulate(scenario, own, run) : undefined;
    const happened = trace ?? walkRun(scenario, own, run);
    const giveUp = trace && findClientGiveUp(scenario, trace);
    const decider = withGiveUp(findDecider(happened, faults), giveUp, happened, faults);
    if (decider === undefined) return { ...healthy, ...(timed && trace ? { waited: trace.total } : {}) };
    const gaveUp = giveUp?.sure === "certain";
    const outcome = decider.outcome === "partial" ? "failed" : decider.outcome;
    const failed = outcome === "failed";
    const status = failed && !gaveUp ? happened.status : undefined;
    const kind = faults.get(decider.fault)?.kind;
    const lost = happened.lost.map((each) => (typeof each === "string" ? each : each.text));
    const bitten = new Set(happened.messages.flatMap(({ bites }) => bites.map(({ fault }) => fault)));
    const { message } = decider;
    const userSees = faults.get(decider.fault)?.userSees;
    return {
      outcome,
      ...(status === undefined ? {} : { status }),
      silent: failed && (gaveUp || !["unresolved", "refused", "error", undefined].includes(kind)),
      unresolved: failed && !gaveUp && kind === "unresolved",
      lost,
      ...(timed && trace ? { waited: giveUp?.waited ?? trace.total } : {}),
      says: gather([...bitten.add(decider.fault)], lost, words),
      saysSometimes: userSees !== undefined && readSeen(userSees).often === "sometimes",
      fault: decider.fault,
      ...(decider.layer === undefined ? {} : { layer: decider.layer }),
      ...(message?.hop === undefined ? {} : { hop: message.hop }),
      ...(message?.inHop === undefined ? {} : { message: message.inHop }),
      ...(decider.bite === undefined ? {} : { effect: decider.bite.effect }),
    };
  };

  const walk = (scenario: Scenario, ids: readonly FaultId[], timed: boolean): readonly Way[] => {
    const { forks, allForks } = factsOf(scenario);
    const onlyBlocks = !timed && !allForks;
    const asked = new Set(ids.flatMap((id) => faults.get(id)?.when?.choice ?? []));
    const choices = scenario.choices.filter(({ id }) => !onlyBlocks || forks.has(id) || asked.has(id));
    const partial = ids.filter((id) => faults.get(id)?.share !== undefined);
    return combine(choices).flatMap(({ choices: chosen, chance }) =>
      sidesOf(partial, faults).map(({ sides, chance: part }): Way => {
        const untouched = ids.every((id) => sides[id] === "unaffected");
        const run: Run = { ...healthyRun, faults: ids.map((id) => ({ id })), choices: chosen, sides };
        const symptom = untouched && !timed ? healthy : symptomOf(scenario, run, timed);
        return { symptom, chance: chance * part, choices: chosen, sides };
      }),
    );
  };

  const ways: WaysBook["ways"] = (scenario, given, timed = false) => {
    const { relevant } = factsOf(scenario);
    const ids = given.filter((id) => relevant.has(id));
    if (ids.length === 0 && !timed) return alwaysHealthy;
    const known = walked.get(scenario) ?? new Map<string, readonly Way[]>();
    walked.set(scenario, known);
    const key = `${timed ? "timed " : ""}${ids.join(" ")}`;
    const found = known.get(key) ?? walk(scenario, ids, timed);
    known.set(key, found);
    return found;
  };

  return {
    ways,
    matters: (scenario, fault) => factsOf(scenario).relevant.has(fault),
    known: new Set([...words.values()].flatMap((all) => [...all])),
  };
}

interface Facts {
  readonly relevant: ReadonlySet<FaultId>;
  /** Choices that decide a block; the others decide times alone. */
  readonly forks: ReadonlySet<ChoiceId>;
  /** Whether times can decide what happens here. */
  readonly allForks: boolean;
}

const healthy: Symptom = {
  outcome: "ok",
  silent: false,
  unresolved: false,
  lost: [],
  says: new Set(),
  saysSometimes: false,
};
const alwaysHealthy: readonly Way[] = [{ symptom: healthy, chance: 1, choices: {}, sides: {} }];

function forksOf(scenario: Scenario): Omit<Facts, "relevant"> {
  const forks = new Set<ChoiceId>();
  let allForks = scenario.budget?.clientTimeout !== undefined;
  for (const { steps } of scenario.hops) {
    for (const step of stepsIn(steps)) if (step.kind === "block" && step.choice !== undefined) forks.add(step.choice);
    allForks ||= messagesIn(steps).some(({ timeout }) => timeout !== undefined);
  }
  return { forks, allForks };
}

function wordsOf(fault: Fault, system: System): readonly string[] {
  const layer = system.layers.find(({ id }) => id === fault.layer)?.name ?? "";
  return stemsOf(`${fault.userSees ?? ""} ${fault.title} ${layer}`);
}

function gather(
  ids: readonly FaultId[],
  lost: readonly string[],
  words: ReadonlyMap<FaultId, ReadonlySet<string>>,
): ReadonlySet<string> {
  const [only] = ids;
  const own = only === undefined ? undefined : words.get(only);
  if (ids.length === 1 && lost.length === 0 && own) return own;
  return new Set([...ids.flatMap((id) => [...(words.get(id) ?? [])]), ...stemsOf(lost.join(" "))]);
}

interface Combination {
  readonly choices: Readonly<Record<ChoiceId, BranchId>>;
  readonly chance: number;
}

/** All combinations of branches; of too many, the defaults and each single change of them. */
function combine(choices: Scenario["choices"]): readonly Combination[] {
  const count = choices.reduce((product, { branches }) => product * Math.max(1, branches.length), 1);
  if (count > mostCombinations) {
    const single = choices.flatMap(({ id, branches, default: taken }) =>
      branches.filter((branch) => branch.id !== taken).map((branch) => ({ [id]: branch.id })),
    );
    return [{}, ...single].map((each) => ({ choices: each, chance: 1 / (single.length + 1) }));
  }
  let all: readonly Combination[] = [{ choices: {}, chance: 1 }];
  for (const { id, branches } of choices) {
    if (branches.length === 0) continue;
    all = all.flatMap((one) =>
      branches.map((branch) => ({
        choices: { ...one.choices, [id]: branch.id },
        chance: one.chance * (branch.chance ?? 1 / branches.length),
      })),
    );
  }
  return all;
}

function sidesOf(
  partial: readonly FaultId[],
  faults: ReadonlyMap<FaultId, Fault>,
): readonly { readonly sides: Readonly<Record<FaultId, Side>>; readonly chance: number }[] {
  let all: readonly { readonly sides: Readonly<Record<FaultId, Side>>; readonly chance: number }[] = [
    { sides: {}, chance: 1 },
  ];
  for (const id of partial) {
    const share = faults.get(id)?.share;
    const part = typeof share === "number" ? Math.min(1, Math.max(0, share)) : 0.5;
    all = all.flatMap(({ sides, chance }) => [
      { sides: { ...sides, [id]: "affected" as const }, chance: chance * part },
      { sides: { ...sides, [id]: "unaffected" as const }, chance: chance * (1 - part) },
    ]);
  }
  return all;
}
