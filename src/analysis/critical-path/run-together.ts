import type { Scenario } from "../../model/scenario.ts";
import type { Step } from "../../model/step.ts";
import type { Trace } from "../../model/trace.ts";

/** The `par` blocks of a scenario, by where they begin in the text. */
function findParallelBlocks(scenario: Scenario): ReadonlySet<number> {
  const found = new Set<number>();
  // A stack instead of recursion: blocks may nest deeper than calls can.
  const rest: (readonly Step[])[] = scenario.hops.map((hop) => hop.steps);
  for (let steps = rest.pop(); steps !== undefined; steps = rest.pop()) {
    for (const step of steps) {
      if (step.kind !== "block") continue;
      if (step.type === "par") found.add(step.span.start);
      for (const branch of step.branches) rest.push(branch.steps);
    }
  }
  return found;
}

/**
 * Tells, of two messages of a trace (by index), whether they stand in different threads of one `par`, in the same pass
 * through it: then neither waits for the other.
 */
export function findTogether(scenario: Scenario, trace: Trace): (a: number, b: number) => boolean {
  const parallel = findParallelBlocks(scenario);
  if (parallel.size === 0) return () => false;
  const passes = countPasses(trace, parallel);
  return (a, b) => {
    const [one, two] = [trace.messages[a], trace.messages[b]];
    if (one === undefined || two === undefined || one.hop !== two.hop) return false;
    for (let depth = 0; depth < Math.min(one.blocks.length, two.blocks.length); depth++) {
      const [here, there] = [one.blocks[depth], two.blocks[depth]];
      if (here === undefined || there === undefined || here.block !== there.block) return false;
      if (here.branch === there.branch) continue;
      return parallel.has(here.block) && passes[a]?.get(here.block) === passes[b]?.get(here.block);
    }
    return false;
  };
}

/** A loop goes through a `par` again and again: a new pass begins where an earlier thread follows a later one. */
function countPasses(trace: Trace, parallel: ReadonlySet<number>): readonly ReadonlyMap<number, number>[] {
  const at = new Map<number, { branch: number; pass: number }>();
  return trace.messages.map(({ blocks }) => {
    const own = new Map<number, number>();
    for (const { block, branch } of blocks) {
      if (!parallel.has(block)) continue;
      const before = at.get(block) ?? { branch, pass: 0 };
      const pass = branch < before.branch ? before.pass + 1 : before.pass;
      at.set(block, { branch, pass });
      own.set(block, pass);
    }
    return own;
  });
}
