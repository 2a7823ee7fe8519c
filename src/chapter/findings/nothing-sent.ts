import { messagesIn } from "../../model/messages-in.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";

const fix = { title: "Draw what is sent, such as `app->>api: list the tasks`, or take the diagram out." };

/** A diagram in which nothing is sent: a scenario that cannot be played. */
export function findNothingSent(scenario: ScenarioDraft, problems: ProblemList): void {
  if (scenario.hops.some((hop) => messagesIn(hop.steps).length > 0)) return;
  const text = `Nothing is sent in “${scenario.title}”, so there is nothing to play.`;
  problems.add("warning", "finding/nothing-sent", text, scenario.span, fix);
}
