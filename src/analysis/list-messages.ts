import type { Scenario } from "../model/scenario.ts";
import type { Message, Step } from "../model/step.ts";

/** Every message of a scenario, all branches included, in the order of the text. */
export function listMessages(scenario: Scenario): Message[] {
  const messages: Message[] = [];
  const rest: Step[] = scenario.hops.flatMap((hop) => hop.steps).reverse();
  for (let step = rest.pop(); step !== undefined; step = rest.pop()) {
    if (step.kind === "message") messages.push(step);
    if (step.kind !== "block") continue;
    for (let b = step.branches.length - 1; b >= 0; b--) {
      const inside = step.branches[b]?.steps ?? [];
      for (let i = inside.length - 1; i >= 0; i--) {
        const each = inside[i];
        if (each !== undefined) rest.push(each);
      }
    }
  }
  return messages;
}
