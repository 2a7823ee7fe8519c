import { compareRuns } from "../analysis/compare/compare-runs.ts";
import { sayDifferences } from "../analysis/compare/say-differences.ts";
import { differencesMarkdown } from "../export/differences-markdown.ts";
import type { Run } from "../model/run.ts";
import type { Trace } from "../model/trace.ts";
import type { Verdict } from "../model/verdict.ts";
import { joinRuns } from "../player/join-runs.ts";
import type { Played } from "../player/same-place.ts";
import { nameRuns } from "./name-runs.ts";
import { createResults, type Playable, type Results } from "./results.ts";

export type { SaidDifference } from "../analysis/compare/say-differences.ts";
export type { JoinedRuns, RunSide } from "../player/join-runs.ts";

/** One of the two runs, computed. */
export interface ComparedRun extends Played {
  readonly run: Run;
  readonly name: string;
  readonly verdict: Verdict;
  readonly words: { readonly headline: string; readonly detail: string };
  /** Messages that are not as in the other run, by their index in the trace. */
  readonly marked: ReadonlySet<number>;
}

/** Two runs and all that is different in the second. `a` is what `b` is held against. */
export function comparePlayed(playable: Playable, results: Results, others: Results, other: Run, run: Run) {
  const { scenario, system } = playable;
  const names = nameRuns(scenario, system, other, run);
  const a = computeRun(playable, others, other, names.a);
  const b = computeRun(playable, results, run, names.b);
  const differences = compareRuns(a, b);
  const said = sayDifferences(scenario, system, differences);
  const mark = (side: "a" | "b") =>
    new Set(
      differences.flatMap((one) => {
        const message = one.kind === "message" || one.kind === "added" ? one[side] : undefined;
        return message ? [message.index] : [];
      }),
    );
  return {
    a: { ...a, marked: mark("a") } satisfies ComparedRun,
    b: { ...b, marked: mark("b") } satisfies ComparedRun,
    said,
    joined: joinRuns(a, b),
    markdown: () => differencesMarkdown(scenario, names, said),
  };
}

export type ComparedRuns = ReturnType<typeof comparePlayed>;

function computeRun(playable: Playable, results: Results, run: Run, name: string): Omit<ComparedRun, "marked"> {
  const trace: Trace = results.trace(playable, run);
  return {
    run,
    name,
    trace,
    track: results.track(trace),
    verdict: results.verdict(playable, trace),
    words: results.words(playable, trace),
  };
}

/** A second run needs a memory of its own, or each would push the other's results out. */
export const createOtherResults = createResults;
