import { messagesIn } from "../model/messages-in.ts";
import type { Budget } from "../model/scenario.ts";
import type { FrontMatterBudget } from "./front-matter/front-matter.ts";
import { giveRowToCall } from "./give-row-to-call.ts";
import { hopOfMessage } from "./hop-of-message.ts";
import { findLatencies } from "./latency/find-latencies.ts";
import type { ProblemList } from "./problem-list.ts";
import { type HopDraft, namesOf, type ScenarioDraft } from "./scenario-draft.ts";
import type { BudgetColumns } from "./tables/classify-table.ts";
import type { StatedLatency } from "./tables/find-totals.ts";
import type { HopWords } from "./tables/match-rows.ts";
import { matchRows } from "./tables/match-rows.ts";
import { readBudget } from "./tables/read-budget.ts";
import type { WordTable } from "./tables/read-table.ts";

export interface BudgetSource {
  readonly table: WordTable;
  readonly columns: BudgetColumns;
}

/** Rows times legs: beyond it, asking of which call a row speaks would take seconds. */
const mostCompared = 30_000;

/** What a hop goes by: its title and its ends. The far end is any lifeline that is not where it starts. */
function wordsOfHop(hop: HopDraft): HopWords {
  const first = messagesIn(hop.steps)[0];
  const from = namesOf(hop, first?.from);
  const others = hop.found
    ? namesOf(hop, first?.to)
    : hop.lifelines.filter((each) => each.key !== first?.from).flatMap((each) => namesOf(hop, each.key));
  return { n: hop.n, title: hop.title, from, to: others };
}

/** Reads the scenario's budget table and gives the hops without a figure of their own the row that speaks of them. */
export function attachBudget(
  scenario: ScenarioDraft,
  tables: readonly BudgetSource[],
  totals: readonly StatedLatency[],
  said: FrontMatterBudget | undefined,
  problems: ProblemList,
): void {
  const read = tables.map(({ table, columns }) => readBudget(table, columns, scenario.choices, problems));
  const matched = matchRows(
    read.flatMap((each) => each.rows),
    scenario.hops.map(wordsOfHop),
  );
  const rows = matched.map((row) => {
    const hop = row.hop ?? hopOfMessage(row, scenario);
    return hop === undefined ? row : { ...row, hop };
  });
  const legsIn = ({ steps }: HopDraft) => new Set(messagesIn(steps).map(({ from, to }) => `${from}\n${to}`)).size;
  const legs = scenario.hops.reduce((sum, hop) => sum + legsIn(hop), 0);
  for (const row of matched) {
    const hop = scenario.hops.find((each) => each.n === row.hop);
    if (!hop) {
      if (matched.length * legs <= mostCompared) giveRowToCall(row, scenario);
    } else {
      hop.row = row;
      if (hop.figure || !row.figure) continue;
      hop.figure = row.figure;
      hop.figureFrom = "budget";
    }
  }
  const cell = read.map((each) => each.total).find((total) => total !== undefined);
  const lines = cell ? [...totals, cell] : totals;
  const stated = lines
    .map((line) => ({ line, latency: findLatencies(line.text)[0]?.latency }))
    .find((each) => each.latency);
  for (const line of lines) {
    if (!stated)
      problems.add(
        "warning",
        "latency/unreadable",
        `“${line.text.slice(0, 80)}” cannot be read as a total.`,
        line.span,
      );
  }
  if (rows.length === 0 && !stated && !said) return;
  const total = said?.total ?? stated?.latency;
  const totalLine = said?.total ? said.at.line : stated?.line.span.line;
  const budget: Budget = {
    rows,
    ...(total ? { stated: total } : {}),
    ...(total && totalLine !== undefined ? { statedLine: totalLine } : {}),
    ...(said?.clientTimeout === undefined ? {} : { clientTimeout: said.clientTimeout }),
    file: problems.file,
  };
  scenario.budget = budget;
}
