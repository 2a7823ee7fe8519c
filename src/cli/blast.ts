import type { Blast, BlastPair } from "../analysis/blast/blast.ts";
import { sayLimits } from "../analysis/blast/say-limits.ts";
import { computeBlast, computePairs } from "../session/compute-blast.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { loadLibraries } from "./load-library.ts";
import { makePaint, wantsColor } from "./paint.ts";
import { printBlast } from "./print-blast.ts";
import { sayCounts } from "./print-problems.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface BlastOptions extends CommonOptions {
  readonly pairs: boolean;
}

/** `hopwise blast`: faults × scenarios of a library. Returns the exit status; failed verdicts are no errors. */
export async function blast(path: string, options: BlastOptions, terminal: Terminal): Promise<number> {
  const [loaded, ...others] = await loadLibraries(path, terminal);
  if (loaded === undefined) throw new UsageError(`There are no chapters at ${path}.`);
  if (others.length > 0) {
    throw new UsageError(`There are several libraries at ${path}, each with failures of its own; name one of them.`);
  }
  const { system } = loaded.library;
  const scenarios = loaded.chapters.flatMap((chapter) => chapter.scenarios);
  const result = computeBlast(scenarios, system);
  const pairs = options.pairs ? computePairs(scenarios, system, result) : undefined;
  if (options.json) {
    terminal.write(`${JSON.stringify(blastJson(result, pairs), null, 2)}\n`);
  } else {
    const paint = makePaint(wantsColor(terminal, options.color));
    terminal.write(printBlast(result, pairs, { paint, width: terminal.width }));
  }
  const status = statusOf(loaded.problems, options.strict);
  if (status !== 0) terminal.complain(`\n${sayCounts(loaded.problems)}; hopwise check ${path} tells where.\n`);
  return status;
}

function blastJson(result: Blast, pairs: readonly BlastPair[] | undefined): object {
  const limits = sayLimits(result);
  return {
    scenarios: result.scenarios.map(({ id }) => id),
    faults: result.faults.map(({ id }) => id),
    cells: result.cells,
    ...(pairs === undefined ? {} : { pairs }),
    ...(limits.length === 0 ? {} : { limits }),
  };
}
