import type { BudgetSource } from "./attach-budget.ts";
import { attachBudget } from "./attach-budget.ts";
import type { ChapterReader } from "./chapter-reader.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import type { Section } from "./markdown/sections.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ScenarioDraft } from "./scenario-draft.ts";
import { slugOf } from "./slug.ts";
import type { StatedLatency } from "./tables/find-totals.ts";

/** The section's scenario: the one whose section it is in, else the one before it, else the first. */
function ownerOf(
  section: Section,
  owned: ReadonlyMap<Section, ScenarioDraft>,
  scenarios: readonly ScenarioDraft[],
): ScenarioDraft | undefined {
  return owned.get(section) ?? scenarios.findLast((each) => each.span.start <= section.start.start) ?? scenarios[0];
}

/** Gives every scenario its budget: the tables and totals of its sections, and what the front matter says. */
export function giveBudgets(
  reader: ChapterReader,
  owned: ReadonlyMap<Section, ScenarioDraft>,
  scenarios: readonly ScenarioDraft[],
  frontMatter: FrontMatter,
  problems: ProblemList,
): void {
  const tables = new Map<ScenarioDraft, { budgets: BudgetSource[]; totals: StatedLatency[] }>();
  for (const [section, finds] of reader.finds) {
    const owner = ownerOf(section, owned, scenarios);
    if (!owner) continue;
    const isHop = owner.hops.some((hop) => !hop.found && hop.span.start === section.start.start);
    const totals = finds.stated.filter(
      (line) =>
        line.kind === "total" &&
        (finds.budgets.length > 0 || !isHop) &&
        (finds.budgets.length > 0 || owned.has(section)),
    );
    // A scenario whose legs were found has no hop that a "Latency:" line could belong to: it speaks of the whole.
    const whole =
      owner.hops.length > 1 && owner.hops[0]?.found && owned.has(section)
        ? finds.stated.filter((line) => line.kind === "latency")
        : [];
    if (finds.budgets.length === 0 && totals.length === 0 && whole.length === 0) continue;
    const entry = tables.get(owner) ?? { budgets: [], totals: [] };
    entry.budgets.push(...finds.budgets);
    entry.totals.push(...totals, ...whole);
    tables.set(owner, entry);
  }
  const unclaimed = new Set(frontMatter.budgets);
  for (const [index, scenario] of scenarios.entries()) {
    const said = frontMatter.budgets.find((each) =>
      each.scenario === undefined
        ? index === 0
        : slugOf(each.scenario) === scenario.id || slugOf(each.scenario) === slugOf(scenario.title),
    );
    if (said) unclaimed.delete(said);
    const entry = tables.get(scenario);
    attachBudget(scenario, entry?.budgets ?? [], entry?.totals ?? [], said, problems);
  }
  for (const budget of unclaimed) {
    const names = scenarios.map((each) => each.id).join(", ") || "none";
    problems.add(
      "warning",
      "front-matter/unknown-scenario",
      `The budget speaks of “${budget.scenario ?? "a scenario"}”. Scenarios here: ${names}.`,
      budget.at,
    );
  }
}
