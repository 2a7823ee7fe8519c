import type { Latency } from "../model/latency.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Budget, BudgetRow } from "../model/scenario.ts";
import type { Message } from "../model/step.ts";
import type { FrontMatterBudget } from "./front-matter/front-matter.ts";
import { findLatencies } from "./latency/find-latencies.ts";
import type { ProblemList } from "./problem-list.ts";
import type { HopDraft, ScenarioDraft } from "./scenario-draft.ts";
import type { BudgetColumns } from "./tables/classify-table.ts";
import type { StatedLatency } from "./tables/find-totals.ts";
import type { HopWords } from "./tables/match-rows.ts";
import { matchRows } from "./tables/match-rows.ts";
import { readBudget } from "./tables/read-budget.ts";
import type { WordTable } from "./tables/read-table.ts";
import { alike, withoutFillers, wordsOf } from "./words.ts";

export interface BudgetSource {
  readonly table: WordTable;
  readonly columns: BudgetColumns;
}

function namesOf(hop: HopDraft, key: string | undefined): string[] {
  const lifeline = hop.lifelines.find((each) => each.key === key);
  return lifeline ? [...new Set([...lifeline.namings.map((naming) => naming.label), ...lifeline.ids])] : [];
}

/** What a hop goes by: its title and its ends. The far end is any lifeline that is not where it starts. */
function wordsOfHop(hop: HopDraft): HopWords {
  const first = messagesIn(hop.steps)[0];
  const from = namesOf(hop, first?.from);
  const others = hop.found
    ? namesOf(hop, first?.to)
    : hop.lifelines.filter((each) => each.key !== first?.from).flatMap((each) => namesOf(hop, each.key));
  const to = [...new Set(others)];
  return { n: hop.n, title: hop.title, from, to, all: [...from, ...to] };
}

function sameLatency(a: Latency, b: Latency): boolean {
  return a.min === b.min && a.max === b.max;
}

/** A row that no hop took may speak of one message that says the same figure of itself. */
function hopOfMessage(row: BudgetRow, scenario: ScenarioDraft): number | undefined {
  const latency = row.figure?.cases[0]?.latency;
  if (!latency) return undefined;
  const words = withoutFillers(wordsOf(row.label));
  const score = (hop: HopDraft, message: Message) => {
    const names = [message.from, message.to].flatMap((key) => namesOf(hop, key));
    const there = wordsOf([message.text, ...names].join(" "));
    return words.filter((word) => there.some((other) => alike(word, other))).length;
  };
  const hits = scenario.hops.flatMap((hop) =>
    messagesIn(hop.steps)
      // Answers are the way back, which has a row of its own.
      .filter((message) => message.arrow.line === "solid")
      .filter(
        (message) =>
          message.figure?.cases.length === 1 && message.figure.cases.some((each) => sameLatency(each.latency, latency)),
      )
      .map((message) => ({ hop: hop.n, score: score(hop, message) })),
  );
  const best = hits.sort((a, b) => b.score - a.score)[0];
  const equals = hits.filter((each) => each.score === best?.score && each.hop !== best.hop);
  return best && best.score >= 1 && equals.length === 0 ? best.hop : undefined;
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
  for (const [index, row] of rows.entries()) {
    const taken = matched[index]?.hop;
    const hop = taken === undefined ? undefined : scenario.hops.find((each) => each.n === taken);
    if (hop) hop.row = row;
    if (!hop || hop.figure || !row.figure) continue;
    hop.figure = row.figure;
    hop.figureFrom = "budget";
  }
  const cell = read.map((each) => each.total).find((total) => total !== undefined);
  const lines = [...totals.map((total) => ({ text: total.text, span: total.span })), ...(cell ? [cell] : [])];
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
