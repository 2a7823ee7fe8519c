import { readdirSync, readFileSync } from "node:fs";
import { getVerdict } from "../../src/analysis/get-verdict.ts";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { simulate } from "../../src/engine/simulate.ts";
import type { Library } from "../../src/model/chapter.ts";
import { healthyRun, type Run } from "../../src/model/run.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import type { Trace, TracedMessage } from "../../src/model/trace.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const folder = new URL("../../scenarios/honeydue/", import.meta.url);

/** The shipped library, read from its files as the command would. */
export const honeydue: Library = parseLibrary(
  "honeydue",
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => ({ file: `honeydue/${name}`, text: readFileSync(new URL(name, folder), "utf8") })),
);

export function getScenario(title: string): Scenario {
  const found = honeydue.chapters.flatMap((chapter) => chapter.scenarios).find((each) => each.title === title);
  if (found === undefined) throw new Error(`no scenario titled ${title}`);
  return found;
}

export interface Played {
  readonly trace: Trace;
  readonly verdict: Verdict;
  /** The message that the deciding fault bit, if any. */
  readonly bitten: TracedMessage | undefined;
}

/** Plays a scenario of the library with the faults of these titles on. */
export function play(scenario: Scenario, titles: readonly string[] = [], run: Partial<Run> = {}): Played {
  const faults = titles.map((title) => {
    const fault = honeydue.system.faults.find((each) => each.title === title);
    if (fault === undefined) throw new Error(`no fault titled ${title}`);
    return { id: fault.id };
  });
  const trace = simulate(scenario, honeydue.system, { ...healthyRun, faults, ...run });
  const verdict = getVerdict(scenario, honeydue.system, trace);
  return { trace, verdict, bitten: trace.messages.find((each) => each.n === verdict.message) };
}
