import type { Scenario } from "../model/scenario.ts";
import type { Message, Numbering, Step } from "../model/step.ts";

/** The numbers that `autonumber` gives to messages, by the message's `n`. Each fence counts anew, as in Mermaid. */
export function numberMessages(scenario: Scenario): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let state = { on: false, next: 1, by: 1 };
  let fence: number | undefined;
  let waiting: Numbering[] = [];
  for (const step of scenario.hops.flatMap((hop) => countingSteps(hop.steps))) {
    if (step.kind === "numbering") {
      waiting.push(step);
      continue;
    }
    if (step.fence !== fence) state = { on: false, next: 1, by: 1 };
    fence = step.fence;
    for (const { on, start, step: by } of waiting)
      state = { on, next: start ?? state.next, by: by ?? (start === undefined ? state.by : 1) };
    waiting = [];
    if (state.on) numbers.set(step.n, state.next);
    // Messages count even while their numbers are off.
    state = { ...state, next: state.next + state.by };
  }
  return numbers;
}

function countingSteps(steps: readonly Step[]): readonly (Message | Numbering)[] {
  return steps.flatMap((step) => {
    if (step.kind === "message" || step.kind === "numbering") return [step];
    return step.kind === "block" ? step.branches.flatMap((branch) => countingSteps(branch.steps)) : [];
  });
}
