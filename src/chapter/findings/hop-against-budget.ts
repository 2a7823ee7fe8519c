import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { matchRows } from "../tables/match-rows.ts";
import { extentOf, sayRange } from "./ranges.ts";

/** A hop's own latency that differs from the budget's row about it. */
export function findHopDisagreements(scenario: ScenarioDraft, problems: ProblemList): void {
  const rows = scenario.budget?.rows ?? [];
  const byTitle = matchRows(rows, scenario.hops.map((hop) => ({ n: hop.n, title: hop.title, from: [], to: [], all: [] })));
  for (const hop of scenario.hops) {
    const row = byTitle.find((each) => each.hop === hop.n) ?? rows.find((each) => each.hop === hop.n);
    const latency = row?.figure?.cases[0]?.latency;
    const own = hop.stated?.latency ?? (hop.figureFrom === "hop" && hop.figure ? { ...extentOf(hop.figure) } : undefined);
    if (!row || row.reversed || !latency || !own) continue;
    const counts = hop.figure ? extentOf(hop.figure) : own;
    if (own.min === latency.min && own.max === latency.max) continue;
    const at = hop.stated?.span ?? { line: hop.figure?.line ?? hop.span.line, column: 1 };
    const text = `Hop ${hop.n} states ${sayRange(own)}, its budget row “${row.label}” (line ${row.line}) ${sayRange(latency)}; ${sayRange(counts)} counts.`;
    problems.add("info", "finding/hop-and-budget-differ", text, at);
  }
}
