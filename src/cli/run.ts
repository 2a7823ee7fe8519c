import { getVerdict } from "../analysis/get-verdict.ts";
import { sampleRun } from "../engine/sample-run.ts";
import { simulate } from "../engine/simulate.ts";
import { decideByReader } from "../model/condition.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { findScenario } from "./find-scenario.ts";
import { loadLibraries } from "./load-library.ts";
import { makePaint, printable, wantsColor } from "./paint.ts";
import { sayCounts } from "./print-problems.ts";
import { printRun } from "./print-run.ts";
import { readRun } from "./read-run.ts";
import { type RunResult, runJson } from "./run-json.ts";
import type { Terminal } from "./terminal.ts";

export interface RunOptions extends CommonOptions {
  readonly scenario?: string;
  readonly fail: readonly string[];
  readonly with: readonly string[];
  readonly seed: number;
  readonly samples: number;
  readonly why: boolean;
}

/** `hopwise run`: the verdict. Returns the exit status; a failed verdict is no error. */
export async function run(path: string, options: RunOptions, terminal: Terminal): Promise<number> {
  const all = await loadLibraries(path, terminal);
  const { loaded, scenario } = findScenario(all, options.scenario);
  const { library, problems, shown } = loaded;
  const wanted = readRun(scenario, library.system, options);
  const trace = simulate(scenario, library.system, wanted);
  const result: RunResult = {
    library,
    scenario,
    trace,
    verdict: getVerdict(scenario, library.system, trace),
    distribution: sampleRun(scenario, library.system, wanted, options.samples),
    choices: choicesOf(scenario, wanted, trace),
  };
  if (options.json) {
    terminal.write(`${JSON.stringify(runJson(result, shown), null, 2)}\n`);
  } else {
    const paint = makePaint(wantsColor(terminal, options.color));
    terminal.write(printRun(result, { paint, width: terminal.width, why: options.why, shown }));
  }
  if (trace.messages.length === 0) {
    terminal.complain(`\nNothing is sent in “${printable(scenario.title)}”, so nothing was played.\n`);
  }
  const status = statusOf(problems, options.strict);
  if (status !== 0) terminal.complain(`\n${sayCounts(problems)}; hopwise check ${path} tells where.\n`);
  return status;
}

/** Every choice of the scenario: what a fault or the reader made of it where a fork was passed, else where it stands. */
function choicesOf(scenario: Scenario, wanted: Run, trace: Trace): Record<string, string> {
  const decided = decideByReader(scenario.choices, wanted.choices);
  const standing: Record<string, string> = {};
  for (const { id } of scenario.choices) {
    const taken = trace.decisions.find(({ choice }) => choice === id)?.taken ?? decided(id);
    if (taken !== undefined) standing[id] = taken;
  }
  return standing;
}
