import { fixOf, replaceIn } from "../fixes/make-edits.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { sayRange } from "./ranges.ts";

/** The budget's rows added up, against the total that the chapter states. */
export function findTotalDisagreement(scenario: ScenarioDraft, problems: ProblemList): void {
  const { budget } = scenario;
  if (!budget?.stated || budget.statedLine === undefined || budget.rows.length < 2) return;
  const latencies = budget.rows.map((row) => row.figure?.cases[0]?.latency);
  if (latencies.some((latency) => latency === undefined)) return;
  const min = latencies.reduce((sum, latency) => sum + (latency?.min ?? 0), 0);
  const max = latencies.reduce((sum, latency) => sum + (latency?.max ?? 0), 0);
  if (min === budget.stated.min && max === budget.stated.max) return;
  const text = `The budget's rows add up to ${sayRange({ min, max })}, the stated total is ${sayRange(budget.stated)}.`;
  const sum = sayRange({ min, max });
  const edits = replaceIn(problems.text, budget.statedLine, budget.stated.text, sum);
  const fix = fixOf(`Change the stated total to the rows' sum, ${sum}`, edits);
  problems.add("info", "finding/total-and-sum-differ", text, { line: budget.statedLine, column: 1 }, fix);
}
