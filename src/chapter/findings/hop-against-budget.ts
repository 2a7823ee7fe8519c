import type { Fix } from "../../model/fix.ts";
import type { Figure, Latency } from "../../model/latency.ts";
import type { BudgetRow } from "../../model/scenario.ts";
import { fixOf, replaceIn } from "../fixes/make-edits.ts";
import type { ProblemList } from "../problem-list.ts";
import type { HopDraft, ScenarioDraft } from "../scenario-draft.ts";
import { extentOf, sameRange, sayRange } from "./ranges.ts";

/** A hop's own latency that differs from the budget's row about it: neither it, nor one of its conditions, nor all together. */
export function findHopDisagreements(scenario: ScenarioDraft, problems: ProblemList): void {
  for (const hop of scenario.hops) {
    const { row } = hop;
    const latency = row?.figure?.cases[0]?.latency;
    if (!row || row.reversed || !latency) continue;
    const own = hop.stated?.cases ?? (hop.figureFrom === "hop" ? latenciesOf(hop.figure) : []);
    if (own.length === 0 || [extentOf(own), ...own].some((each) => sameRange(each, latency))) continue;
    const at = hop.stated?.span ?? { line: hop.figure?.line ?? hop.span.line, column: 1 };
    const says = `Hop ${hop.n} states ${sayAll(own)}, its budget row “${row.label}” (line ${row.line}) ${sayRange(latency)}`;
    const text = `${says}; ${sayAll(hop.figure ? latenciesOf(hop.figure) : own)} counts${(hop.figure?.cases.length ?? 0) > 1 ? ", as chosen" : ""}.`;
    problems.add("info", "finding/hop-and-budget-differ", text, at, fixFor(hop, own, row, latency, problems.text));
  }
}

function latenciesOf(figure: Figure | undefined): Latency[] {
  return figure?.cases.map(({ latency }) => latency) ?? [];
}

function sayAll(latencies: readonly Latency[]): string {
  return latencies.map(sayRange).join(" or ");
}

/** Whichever of the two is not what counts is brought to what counts. */
function fixFor(hop: HopDraft, own: readonly Latency[], row: BudgetRow, latency: Latency, text: string): Fix {
  const counts = latenciesOf(hop.figure);
  const [only] = own;
  if (own.length > 1 || !only) {
    return {
      title: `Give ${sayRange(latency)} a condition of its own in the hop's latency, or bring the row to one of the hop's figures.`,
    };
  }
  if (hop.stated && counts.some((each) => sameRange(each, latency))) {
    const now = latency.text;
    const edits = replaceIn(text, hop.stated.span.line, only.text, now);
    return fixOf(`Change the hop's ${only.text} to its row's ${now}`, edits);
  }
  const edits = replaceIn(text, row.line, latency.text, only.text);
  return fixOf(`Change the row's ${latency.text} to the hop's ${only.text}`, edits);
}
