import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { extentOf, sayRange } from "./ranges.ts";

/** A hop's own latency that differs from the budget's row about it. */
export function findHopDisagreements(scenario: ScenarioDraft, problems: ProblemList): void {
  for (const hop of scenario.hops) {
    const { row } = hop;
    const latency = row?.figure?.cases[0]?.latency;
    const own = hop.stated?.latency ?? (hop.figureFrom === "hop" && hop.figure ? extentOf(hop.figure) : undefined);
    if (!row || row.reversed || !latency || !own) continue;
    // A figure per condition of which one is the row's has already said how they differ.
    const cases = hop.figure?.cases ?? [];
    if (cases.length > 1 && cases.some((each) => each.latency.min === latency.min && each.latency.max === latency.max))
      continue;
    const counts = hop.figure ? extentOf(hop.figure) : own;
    if (own.min === latency.min && own.max === latency.max) continue;
    const at = hop.stated?.span ?? { line: hop.figure?.line ?? hop.span.line, column: 1 };
    const text = `Hop ${hop.n} states ${sayRange(own)}, its budget row “${row.label}” (line ${row.line}) ${sayRange(latency)}; ${sayRange(counts)} counts.`;
    problems.add("info", "finding/hop-and-budget-differ", text, at);
  }
}
