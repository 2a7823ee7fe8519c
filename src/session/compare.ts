import type { Choice } from "../model/choice.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Comparison, Switches } from "./state.ts";

/** The run that a comparison means: the run's choices and sides, but for those it names, and failures of its own. */
export function otherRun(run: Run, { faults, choices, sides }: Comparison): Run {
  return { ...run, faults, choices: { ...run.choices, ...choices }, sides: { ...run.sides, ...sides } };
}

/** The other run as the comparison that means it, seen from `run`. */
export function compareWith(scenario: Scenario, run: Switches, other: Switches): Comparison {
  const choices = scenario.choices.flatMap((choice) =>
    chosen(choice, other) === chosen(choice, run) ? [] : [[choice.id, chosen(choice, other)] as const],
  );
  const sides = [...new Set([...Object.keys(run.sides), ...Object.keys(other.sides)])].flatMap((fault) => {
    const side = other.sides[fault] ?? "affected";
    return side === (run.sides[fault] ?? "affected") ? [] : [[fault, side] as const];
  });
  return { faults: other.faults, choices: Object.fromEntries(choices), sides: Object.fromEntries(sides) };
}

/** Each run in the place of the other. */
export function swapRuns(scenario: Scenario, run: Run, compare: Comparison): { run: Switches; compare: Comparison } {
  const other = otherRun(run, compare);
  const choices = scenario.choices.flatMap((choice) =>
    chosen(choice, other) === choice.default ? [] : [[choice.id, chosen(choice, other)] as const],
  );
  const next: Switches = { faults: other.faults, choices: Object.fromEntries(choices), sides: other.sides };
  return { run: next, compare: compareWith(scenario, next, run) };
}

function chosen(choice: Choice, { choices }: Pick<Switches, "choices">): string {
  const wish = choices[choice.id];
  return wish !== undefined && choice.branches.some(({ id }) => id === wish) ? wish : choice.default;
}
