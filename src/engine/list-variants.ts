import type { System } from "../model/chapter.ts";
import type { Choice } from "../model/choice.ts";
import type { BranchId } from "../model/ids.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** At most so many ways through a scenario are told apart; further forks stay as they are by default. */
const mostVariants = 64;

export interface RunVariant {
  readonly run: Run;
  /** How often it happens; all variants together make 1. */
  readonly chance: number;
}

/** The ways a run can go when chances and shares decide what its reader left open. */
export function listVariants(scenario: Scenario, system: System, run: Run): RunVariant[] {
  let variants: RunVariant[] = [{ run, chance: 1 }];
  for (const each of run.faults) {
    const fault = system.faults.find((known) => known.id === each.id);
    const share = fault?.share;
    if (share === undefined || share === "some" || Object.hasOwn(run.sides, each.id)) continue;
    const part = Math.min(1, Math.max(0, share));
    if (part === 0 || part === 1 || variants.length * 2 > mostVariants) continue;
    variants = variants.flatMap((variant) =>
      (["affected", "unaffected"] as const).map((side) => ({
        run: { ...variant.run, sides: { ...variant.run.sides, [each.id]: side } },
        chance: variant.chance * (side === "affected" ? part : 1 - part),
      })),
    );
  }
  for (const choice of scenario.choices) {
    if (Object.hasOwn(run.choices, choice.id)) continue;
    const chances = getChances(choice);
    if (chances.length === 0 || variants.length * chances.length > mostVariants) continue;
    variants = variants.flatMap((variant) =>
      chances.map(({ branch, chance }) => ({
        run: { ...variant.run, choices: { ...variant.run.choices, [choice.id]: branch } },
        chance: variant.chance * chance,
      })),
    );
  }
  return variants;
}

/** A choice's chances, made to add up to 1: branches without one share what the others leave. */
function getChances(choice: Choice): { branch: BranchId; chance: number }[] {
  if (!choice.branches.some((branch) => branch.chance !== undefined)) return [];
  let stated = 0;
  let silent = 0;
  for (const branch of choice.branches) {
    if (branch.chance === undefined) silent++;
    else stated += Math.max(0, branch.chance);
  }
  const rest = silent === 0 ? 0 : Math.max(0, 1 - stated) / silent;
  const all = stated + rest * silent;
  if (!(all > 0)) return [];
  return choice.branches
    .map((branch) => ({ branch: branch.id, chance: Math.max(0, branch.chance ?? rest) / all }))
    .filter((each) => each.chance > 0);
}
