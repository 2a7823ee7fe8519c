import type { Chapter, Library, System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Shelf } from "./ports/shelf.ts";
import type { Opened } from "./state.ts";

/** Every scenario of a library, each with the chapter it stands in. */
export interface WholeLibrary {
  readonly title: string;
  readonly system: System;
  readonly entries: readonly { readonly chapter: Chapter; readonly scenario: Scenario }[];
}

/**
 * The library that what is open belongs to: for a shipped chapter all chapters beside it, else what was opened.
 * Rejects when a chapter cannot be loaded.
 */
export async function loadWholeLibrary(opened: Extract<Opened, { kind: "open" }>, shelf: Shelf): Promise<WholeLibrary> {
  const { source, library } = opened;
  const card =
    source.kind === "shipped"
      ? shelf.cards.find(({ chapters }) => chapters.some(({ id }) => id === source.chapter))
      : undefined;
  if (!card) return gather(library.title, library.system, library.chapters);
  const loaded = await Promise.all(card.chapters.map(({ id }) => shelf.load(id)));
  const libraries = loaded.filter((one): one is Library => one !== undefined);
  return gather(
    card.title,
    library.system,
    libraries.flatMap(({ chapters }) => chapters),
  );
}

function gather(title: string, system: System, chapters: readonly Chapter[]): WholeLibrary {
  return {
    title,
    system,
    entries: chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => ({ chapter, scenario }))),
  };
}
