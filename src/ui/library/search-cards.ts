import type { LibraryCard } from "../../session/ports/shelf.ts";

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The scenarios and walkthroughs whose title, summary, chapter or failures hold every word of `text`; what is left empty goes. */
export function searchCards(libraries: readonly LibraryCard[], text: string): readonly LibraryCard[] {
  const words = wordsOf(text);
  if (words.length === 0) return libraries;
  const hasAll = (parts: readonly (string | undefined)[]): boolean => {
    const said = parts.join("\n").toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return libraries
    .map((library) => ({
      ...library,
      chapters: library.chapters
        .map((chapter) => ({
          ...chapter,
          scenarios: chapter.scenarios.filter(({ title, summary, breaks }) =>
            hasAll([library.title, chapter.title, chapter.summary, title, summary, ...breaks.map((one) => one.title)]),
          ),
        }))
        .filter(
          ({ scenarios, moments, title, summary }) =>
            scenarios.length > 0 || (moments !== undefined && hasAll([library.title, title, summary])),
        ),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}
