import type { Chapter } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Opened } from "../../session/state.ts";

export interface OpenedScenario {
  readonly chapter: Chapter;
  readonly scenario: Scenario;
}

/**
 * The scenarios of what the reader opened themselves, or a link carried, that say every word. Of one alone there is none
 * to choose: every view shows it.
 */
export function findOpened(opened: Opened, words: readonly string[]): readonly OpenedScenario[] {
  if (opened.kind !== "open" || opened.source.kind === "shipped") return [];
  const all = opened.library.chapters.flatMap((chapter) =>
    chapter.scenarios.map((scenario) => ({ chapter, scenario })),
  );
  if (all.length < 2) return [];
  return all.filter(({ chapter, scenario }) => {
    const said = [chapter.title, chapter.summary, scenario.title, scenario.summary].join("\n").toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
