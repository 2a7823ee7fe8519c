import { addCoverage, getCoverage } from "../analysis/get-coverage.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { loadLibraries } from "./load-library.ts";
import { problemJson } from "./outline-json.ts";
import { makePaint, wantsColor } from "./paint.ts";
import { printCoverage } from "./print-coverage.ts";
import { printProblems, sayCounts } from "./print-problems.ts";
import type { Terminal } from "./terminal.ts";

/** `hopwise check`: problems with their places, and what has an answer. Returns the exit status. */
export async function check(paths: readonly string[], options: CommonOptions, terminal: Terminal): Promise<number> {
  const loaded = (await Promise.all(paths.map((path) => loadLibraries(path, terminal)))).flat();
  const problems = loaded.flatMap((each) => each.problems);
  const coverage = addCoverage(
    loaded.map(({ library, chapters }) => getCoverage({ system: library.system, chapters })),
  );
  if (options.json) {
    terminal.write(`${JSON.stringify({ problems: problems.map(problemJson), coverage }, null, 2)}\n`);
    return statusOf(problems, options.strict);
  }
  const paint = makePaint(wantsColor(terminal, options.color));
  const textOf = (file: string) => loaded.map(({ text }) => text(file)).find((text) => text !== undefined);
  const chapters = loaded.reduce((sum, each) => sum + each.chapters.length, 0);
  const status = statusOf(problems, options.strict);
  if (problems.length > 0) terminal.write(`${printProblems(problems, textOf, paint)}\n`);
  const sign = status === 0 ? paint("good", "✓") : paint("bad", "✗");
  terminal.write(`${sign} ${chapters} ${chapters === 1 ? "chapter" : "chapters"}: ${sayCounts(problems)}\n`);
  terminal.write(`\n${paint("bold", "When this fails?")}\n${printCoverage(coverage, paint)}`);
  return status;
}
