import { getVerdict } from "../analysis/get-verdict.ts";
import { sayVerdict } from "../analysis/say-verdict.ts";
import { simulate } from "../engine/simulate.ts";
import type { System } from "../model/chapter.ts";
import type { FaultId, ScenarioId } from "../model/ids.ts";
import { healthyRun, type Onset } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Verdict } from "../model/verdict.ts";
import { emptyLink, type Link } from "./link/link.ts";
import { partsOf } from "./link/source-parts.ts";
import type { Source } from "./state.ts";

export interface DescribedRun {
  readonly verdict: Verdict;
  readonly words: { readonly headline: string; readonly detail: string };
  /** The message that decides it, where it is one of the chapter's. */
  readonly at?: Onset;
}

/** What some failures do to a scenario under its default choices, in words. */
export function describeRun(scenario: Scenario, system: System, faults: readonly FaultId[]): DescribedRun {
  const trace = simulate(scenario, system, { ...healthyRun, faults: faults.map((id) => ({ id })) });
  const verdict = getVerdict(scenario, system, trace);
  const words = sayVerdict(scenario, system, trace, verdict);
  const decided = trace.messages.find(({ n }) => n !== undefined && n === verdict.message);
  return {
    verdict,
    words,
    ...(decided?.inHop === undefined ? {} : { at: { hop: decided.hop, message: decided.inHop } }),
  };
}

/** The link to a run of what is open, in the walk. */
export function linkToRun(
  source: Source,
  chapter: string,
  scenario: ScenarioId,
  faults: readonly FaultId[],
  at?: Onset,
): Link {
  return {
    ...emptyLink,
    ...(source.kind === "shipped" ? { chapter } : partsOf(source)),
    scenario,
    fail: faults.map((id) => ({ id })),
    ...(at === undefined ? {} : { at: { kind: "message", ...at } }),
    view: "walk",
  };
}
