import type { Message, Step } from "./step.ts";

/** Every step, those inside blocks too, in the order of the text. */
export function* stepsIn(steps: readonly Step[]): Generator<Step> {
  // A stack of its own: blocks may nest deeper than a call stack.
  const waiting = [...steps].reverse();
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    yield step;
    if (step.kind !== "block") continue;
    for (const branch of [...step.branches].reverse()) {
      for (let at = branch.steps.length - 1; at >= 0; at -= 1) {
        const inner = branch.steps[at];
        if (inner) waiting.push(inner);
      }
    }
  }
}

/** Every message, those inside blocks too, in the order of the text. */
export function messagesIn(steps: readonly Step[]): Message[] {
  const messages: Message[] = [];
  for (const step of stepsIn(steps)) if (step.kind === "message") messages.push(step);
  return messages;
}
