import type { Choice } from "./choice.ts";
import type { BranchId, ChoiceId } from "./ids.ts";
import type { Condition, Figure, Latency } from "./latency.ts";

/** What is decided for each choice, as far as it is known. */
export type Decided = (choice: ChoiceId) => BranchId | undefined;

/** Where a choice stands before any fork is passed: what the reader chose, if there is such a branch, else the default. */
export function decideByReader(choices: readonly Choice[], chosen: Readonly<Record<ChoiceId, BranchId>>): Decided {
  const decided = new Map<ChoiceId, BranchId>();
  for (const choice of choices) {
    const wish = Object.hasOwn(chosen, choice.id) ? chosen[choice.id] : undefined;
    const known = wish !== undefined && choice.branches.some((branch) => branch.id === wish);
    decided.set(choice.id, known ? wish : choice.default);
  }
  return (choice) => decided.get(choice);
}

/** A condition on a choice that the scenario does not have holds: its author drew the case it speaks of. */
export function conditionHolds(condition: Condition | undefined, decided: Decided): boolean {
  if (condition === undefined) return true;
  const taken = decided(condition.choice);
  return taken === undefined || taken === condition.branch;
}

/** The latency that counts: of the first case whose condition holds, else of the first case. */
export function pickLatency(figure: Figure, decided: Decided): Latency | undefined {
  const fits = figure.cases.find((each) => conditionHolds(each.when, decided));
  return (fits ?? figure.cases[0])?.latency;
}
