import { getVerdict } from "../analysis/get-verdict.ts";
import { simulate } from "../engine/simulate.ts";
import type { Chapter, Library } from "../model/chapter.ts";
import { healthyRun } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { ChapterCard, LibraryCard, ScenarioCard } from "../session/ports/shelf.ts";

/** What the library page lists of a library. */
export function makeLibraryCard(library: Library): LibraryCard {
  return {
    id: library.id,
    title: library.title,
    ...(library.summary === undefined ? {} : { summary: library.summary }),
    faults: library.system.faults.length,
    chapters: library.chapters.map(makeChapterCard),
  };
}

function makeChapterCard(chapter: Chapter): ChapterCard {
  return {
    id: chapter.id,
    title: chapter.title,
    ...(chapter.summary === undefined ? {} : { summary: chapter.summary }),
    problems: chapter.problems.filter(({ severity }) => severity === "error").length,
    ...(chapter.moments ? { moments: chapter.moments.length } : {}),
    scenarios: chapter.scenarios.map((scenario) => makeScenarioCard(chapter, scenario)),
  };
}

/** Plays the scenario healthy, and once under each fault alone. */
function makeScenarioCard({ system }: Chapter, scenario: Scenario): ScenarioCard {
  const healthy = simulate(scenario, system, healthyRun);
  const breaks = system.faults.flatMap(({ id, title }) => {
    const trace = simulate(scenario, system, { ...healthyRun, faults: [{ id }] });
    const { outcome } = getVerdict(scenario, system, trace);
    return outcome === "ok" ? [] : [{ fault: id, title, outcome }];
  });
  const stated = scenario.budget?.stated?.text;
  return {
    id: scenario.id,
    title: scenario.title,
    ...(scenario.summary === undefined ? {} : { summary: scenario.summary }),
    hops: scenario.hops.length,
    messages: healthy.messages.length,
    total: healthy.total,
    ...(stated === undefined ? {} : { stated }),
    breaks,
  };
}
