import type { Playhead } from "../model/playhead.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Step } from "../model/step.ts";
import type { Instant } from "../model/time.ts";
import type { Track } from "../model/track.ts";

/** Where the playhead is, in words: `hop 3, message 2 of 4`. */
export function sayPlace(track: Track, playhead: Playhead, counts: ReadonlyMap<number, number>): string {
  const step = track.steps[playhead.step];
  if (!step) return "start";
  if (step.back) return "the failure's way back";
  if (step.inHop === undefined) return `hop ${step.hop}, another attempt`;
  return `hop ${step.hop}, message ${step.inHop} of ${Math.max(counts.get(step.hop) ?? 0, step.inHop)}`;
}

/** How many messages each hop has in the text, whichever branches are taken. */
export function countMessages(scenario: Scenario): ReadonlyMap<number, number> {
  return new Map(scenario.hops.map((hop) => [hop.n, countIn(hop.steps)]));
}

function countIn(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    if (step.kind === "message") return sum + 1;
    return step.kind === "block" ? sum + step.branches.reduce((all, branch) => all + countIn(branch.steps), 0) : sum;
  }, 0);
}

/** An instant for a readout that runs: as many digits as the run's length asks for, so that its width stays. */
export function sayInstant(instant: Instant, end: Instant): string {
  if (end >= 10_000) return `${(instant / 1000).toFixed(1)} s`;
  return `${instant.toFixed(end < 10 ? 2 : 0)} ms`;
}
