/**
 * Hopwise without a page: read chapters, play them, ask what came of it. Pure functions without DOM, Node or clock;
 * every one is total: what is wrong in a chapter is a problem with its place, never an exception.
 *
 * ```ts
 * const library = parseLibrary("flows", [{ file: "flows/create-task.md", text }]);
 * const [scenario] = library.chapters.flatMap((chapter) => chapter.scenarios);
 * const trace = simulate(scenario, library.system, { ...healthyRun, faults: [{ id: "redis-down" }] });
 * const verdict = getVerdict(scenario, library.system, trace);
 * ```
 *
 * Times are milliseconds. An end that no chapter states is `null`, never a guess.
 *
 * @packageDocumentation
 */
export { compareRuns } from "./analysis/compare/compare-runs.ts";
export type { Difference } from "./analysis/compare/difference.ts";
export { type CriticalPath, findCriticalPath } from "./analysis/critical-path/find-critical-path.ts";
export { type Coverage, getCoverage } from "./analysis/get-coverage.ts";
export { getVerdict } from "./analysis/get-verdict.ts";
export { sayVerdict } from "./analysis/say-verdict.ts";
export { applyFix } from "./chapter/apply-fix.ts";
export { parseChapter } from "./chapter/parse-chapter.ts";
export { type ChapterFile, parseLibrary } from "./chapter/parse-library.ts";
export { printChapter } from "./chapter/print-chapter.ts";
export { sampleRun } from "./engine/sample-run.ts";
export { simulate } from "./engine/simulate.ts";
export type { Interval } from "./lib/interval.ts";
export type { Chapter, Library, System } from "./model/chapter.ts";
export type { Distribution } from "./model/distribution.ts";
export type { Fault } from "./model/fault.ts";
export type { Problem } from "./model/problem.ts";
export { healthyRun, type Run } from "./model/run.ts";
export type { Scenario } from "./model/scenario.ts";
export type { Trace, TracedMessage } from "./model/trace.ts";
export type { Outcome, Verdict } from "./model/verdict.ts";
