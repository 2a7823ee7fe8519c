import type { BranchId, ChoiceId, FaultId } from "../model/ids.ts";
import type { Run, Side } from "../model/run.ts";
import type { Sampling } from "./ports/sampling.ts";
import type { Difference, Playable } from "./results.ts";

/** Enough for a median that is right to about a third of a millisecond where totals spread over a hundred. */
const samples = 20_000;

/** What the choices and the sides of partial failures change. */
export interface Changes {
  readonly differences: ReadonlyMap<ChoiceId, ReadonlyMap<BranchId, Difference>>;
  readonly sides: ReadonlyMap<FaultId, Difference>;
}

/**
 * The same changes with the one between the medians of seeded samples, everything else as the run has it: each branch
 * against the branch that counts now, an unaffected request against an affected one. `isWanted` is asked between two
 * samplings; rejects when it ends them.
 */
export async function sampleMedians(
  sampling: Sampling,
  { scenario, system }: Playable,
  run: Run,
  changes: Changes,
  isWanted: () => boolean,
): Promise<Changes> {
  const as = asPlayed(scenario.choices, run);
  const medianOf = async (other: Partial<Pick<Run, "choices" | "sides">>): Promise<number> => {
    const request = { scenario, system, run: { ...as, ...other }, samples };
    const drawn = isWanted() ? await sampling.sample(request).done : undefined;
    if (drawn === undefined) throw new Error("The medians were not drawn.");
    return drawn.p50;
  };
  const differences = new Map<ChoiceId, ReadonlyMap<BranchId, Difference>>();
  const sides = new Map<FaultId, Difference>();
  if (changes.differences.size + changes.sides.size === 0) return { differences, sides };
  const now = await medianOf({});
  for (const [choice, of] of changes.differences) {
    const branches = new Map<BranchId, Difference>();
    for (const [branch, difference] of of) {
      const isTaken = branch === as.choices[choice];
      const median = isTaken ? now : await medianOf({ choices: { ...as.choices, [choice]: branch } });
      branches.set(branch, { ...difference, p50: median - now });
    }
    differences.set(choice, branches);
  }
  for (const [fault, difference] of changes.sides) {
    const look = (side: Side) => medianOf({ sides: { ...as.sides, [fault]: side } });
    sides.set(fault, { ...difference, p50: (await look("unaffected")) - (await look("affected")) });
  }
  return { differences, sides };
}

/** The run with nothing left to chance but its ranges: every fork and every side as the trace shows them. */
function asPlayed(choices: Playable["scenario"]["choices"], run: Run): Run {
  const usual = Object.fromEntries(choices.map((choice) => [choice.id, choice.default]));
  const affected = Object.fromEntries(run.faults.map(({ id }) => [id, "affected" as const]));
  return { ...run, choices: { ...usual, ...run.choices }, sides: { ...affected, ...run.sides } };
}
