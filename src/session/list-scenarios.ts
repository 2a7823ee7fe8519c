import type { ChapterId, ScenarioId } from "../model/ids.ts";
import type { Shelf } from "./ports/shelf.ts";
import type { SessionState } from "./state.ts";

/** A scenario that can be gone to from the one on screen. */
export interface Neighbour {
  readonly chapter: ChapterId;
  readonly scenario: ScenarioId;
  readonly title: string;
  /** Of a chapter that came with the page, and may have to be loaded. */
  readonly shipped: boolean;
}

/** All scenarios of the same library, the one on screen too: of what is open, or of the shipped library it belongs to. */
export function listScenarios(opened: SessionState["opened"], cards: Shelf["cards"]): readonly Neighbour[] {
  if (opened.kind !== "open") return [];
  const { source, library } = opened;
  const card =
    source.kind === "shipped"
      ? cards.find(({ chapters }) => chapters.some(({ id }) => id === source.chapter))
      : undefined;
  const chapters = (card ?? library).chapters;
  const titles = chapters.flatMap(({ scenarios }) => scenarios.map(({ title }) => title));
  return chapters.flatMap((chapter) =>
    chapter.scenarios.map(({ id, title }) => ({
      chapter: chapter.id,
      scenario: id,
      // Two of one name are told apart by their chapters.
      title: titles.filter((other) => other === title).length > 1 ? `${title} (${chapter.title})` : title,
      shipped: card !== undefined,
    })),
  );
}
