import { sayOfParticipant } from "../fixes/say-of-participant.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { slugOf } from "../slug.ts";

/** Lifelines that no layer covers: no failure can strike there. */
export function findUncoveredLifelines(scenario: ScenarioDraft, problems: ProblemList): void {
  for (const lifeline of scenario.lifelines) {
    if (scenario.layerOf.has(lifeline)) continue;
    const label = lifeline.label.replace(/\n/g, " ");
    const text = `No layer covers “${label}” in “${scenario.title}”, so no failure can strike there. \`@layer\` before its line names one.`;
    const first = lifeline.namings[0];
    const fix = first && sayOfParticipant(problems.text, first, `@layer ${slugOf(label)}`);
    problems.add("info", "finding/lifeline-without-layer", text, lifeline.span, fix);
  }
}
