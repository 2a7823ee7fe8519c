import type { LibraryCard } from "../../session/ports/shelf.ts";

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The scenarios whose title, summary, chapter or failures hold every word of `text`; what is left empty goes. */
export function searchCards(libraries: readonly LibraryCard[], text: string): readonly LibraryCard[] {
  const words = wordsOf(text);
  if (words.length === 0) return libraries;
  return libraries
    .map((library) => ({
      ...library,
      chapters: library.chapters
        .map((chapter) => ({
          ...chapter,
          scenarios: chapter.scenarios.filter((scenario) => {
            const said = [library.title, chapter.title, chapter.summary, scenario.title, scenario.summary]
              .concat(scenario.breaks.map(({ title }) => title))
              .join("\n")
              .toLowerCase();
            return words.every((word) => said.includes(word));
          }),
        }))
        .filter(({ scenarios }) => scenarios.length > 0),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}
