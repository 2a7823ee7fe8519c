import type { Library } from "../../model/chapter.ts";
import type { Fault } from "../../model/fault.ts";
import { findNamed, type Named } from "../../model/find-named.ts";
import type { BranchId, ChapterId, ChoiceId, FaultId, ScenarioId } from "../../model/ids.ts";
import type { Run, Side } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Comparison } from "../state.ts";
import type { Link } from "./link.ts";

export interface ResolvedLink {
  readonly scenario: ScenarioId | undefined;
  readonly run: Run;
  readonly compare: Comparison | undefined;
  /** One sentence for each name that this library does not know. */
  readonly dropped: readonly string[];
}

/** Gives a link's names their meaning in the library it points to. Unknown ones are left out and said, of `teller`. */
export function resolveLink(link: Link, library: Library, chapter?: ChapterId, teller = "The link"): ResolvedLink {
  const dropped: string[] = [];
  const chapters = library.chapters.filter(({ id }) => chapter === undefined || id === chapter);
  const scenarios = chapters.flatMap((one) => one.scenarios);
  const scenario = pickScenario(link, scenarios, dropped);
  const { faults: known } = library.system;

  const switches = (of: Pick<Link, "fail" | "with">) => resolveSwitches(of, known, scenario, dropped, teller);
  return {
    scenario: scenario?.id,
    run: { ...switches(link), seed: link.seed ?? 1 },
    compare: link.compare && switches(link.compare),
    dropped,
  };
}

function resolveSwitches(
  link: Pick<Link, "fail" | "with">,
  known: readonly Fault[],
  scenario: Scenario | undefined,
  dropped: string[],
  teller: string,
): Comparison {
  const faults: { id: FaultId; onset?: { hop: number; message: number } }[] = [];
  for (const { id, onset } of link.fail) {
    const fault = theOne(known, id);
    if (!fault) dropped.push(`${teller} switches “${id}” on, but this chapter has no such failure.`);
    else if (!faults.some((on) => on.id === fault.id)) faults.push(onset ? { id: fault.id, onset } : { id: fault.id });
  }

  const choices: Record<ChoiceId, BranchId> = {};
  const sides: Record<FaultId, Side> = {};
  for (const { name, value } of link.with) {
    const choice = theOne(scenario?.choices ?? [], name);
    const branch =
      choice &&
      theOne(
        choice.branches.map(({ id, text }) => ({ id, title: text })),
        value,
      );
    if (choice && branch) {
      choices[choice.id] = branch.id;
      continue;
    }
    const fault = theOne(known, name);
    if (fault && (value === "affected" || value === "unaffected")) sides[fault.id] = value;
    else if (choice) dropped.push(`${teller} chooses “${value}” for ${choice.title}, which has no such branch.`);
    else dropped.push(`${teller} chooses “${name}:${value}”, which this scenario does not know.`);
  }
  return { faults, choices, sides };
}

function pickScenario(link: Link, scenarios: readonly Scenario[], dropped: string[]): Scenario | undefined {
  if (link.scenario === undefined) return scenarios[0];
  const found = theOne(scenarios, link.scenario);
  if (!found && scenarios[0]) {
    dropped.push(`There is no scenario “${link.scenario}” in this chapter; “${scenarios[0].title}” is shown instead.`);
  }
  return found ?? scenarios[0];
}

/** The one thing that a name can mean; undefined for none and for several. */
function theOne<Item extends Named>(items: readonly Item[], name: string): Item | undefined {
  const found = findNamed(items, name);
  return found.kind === "one" ? found.item : undefined;
}
