import type { BudgetRow } from "../model/scenario.ts";
import type { Message, Step } from "../model/step.ts";
import { type HopDraft, namesOf, type ScenarioDraft } from "./scenario-draft.ts";
import { mapMessages } from "./steps/build-steps.ts";
import { fitOf } from "./tables/match-rows.ts";

/** How often one path goes a leg. Where a time is stated for it already, that is too often. */
function mostOnPath(steps: readonly Step[], isLeg: (message: Message) => boolean): number {
  return steps.reduce((most, step) => {
    if (step.kind === "message") return isLeg(step) ? most + (step.figure ? 2 : 1) : most;
    if (step.kind !== "block") return most;
    const ways = step.branches.map((branch) => mostOnPath(branch.steps, isLeg));
    const here = step.type === "alt" ? Math.max(...ways) : ways.reduce((sum, way) => sum + way);
    return most + (step.figure ? here * 2 : here);
  }, 0);
}

/** Whether a row's ends are those of a hop's message; of many messages on one leg the first is asked. */
function legOf(row: BudgetRow, hop: HopDraft): (message: Message) => boolean {
  const known = new Map<string, boolean>();
  return ({ arrow, from, to }) => {
    if (arrow.line !== "solid") return false;
    const leg = `${from}\n${to}`;
    const fits = known.get(leg) ?? fitOf(row, { title: "", from: namesOf(hop, from), to: namesOf(hop, to) }) >= 0.5;
    known.set(leg, fits);
    return fits;
  };
}

/**
 * A row that no hop took may speak of a call inside of one: `API → DB` of the query behind a cache miss. The call takes
 * its figure, if every path makes it once at most and its hop does not say itself how long it takes.
 */
export function giveRowToCall(row: BudgetRow, { hops }: ScenarioDraft): void {
  const { figure } = row;
  const asked = hops.map((hop) => ({ hop, isLeg: legOf(row, hop) }));
  if (!figure || asked.reduce((sum, { hop, isLeg }) => sum + mostOnPath(hop.steps, isLeg), 0) !== 1) return;
  for (const { hop, isLeg } of asked) {
    if (hop.figureFrom === "hop") continue;
    hop.steps = mapMessages(hop.steps, (message) => (isLeg(message) ? { ...message, figure } : message));
  }
}
