import type { Library } from "../model/chapter.ts";
import { indexFileOf } from "../model/chapter-file.ts";
import { isSilent } from "../model/prose.ts";
import { type Introduction, type LibraryIndex, libraryVersion } from "../session/ports/shelf.ts";
import { makeLibraryCard } from "./make-cards.ts";
import { hashOf, safeName } from "./safe-path.ts";
import type { Shelved } from "./shelved.ts";
import type { SiteFile } from "./site-file.ts";

export interface LibraryFiles {
  readonly index: LibraryIndex;
  /** The index's path below the site's folder. */
  readonly indexPath: string;
  readonly files: readonly SiteFile[];
}

/**
 * The libraries as data, so that a reader's browser needs no parser for them: one small index for the library page, one
 * file per chapter and per introduction, and the raw text for "why", each loaded when asked for. Names of data carry the
 * content's hash and may be cached for good; the text stands at an address of its own that stays.
 */
export function libraryFiles(shelved: readonly Shelved[]): LibraryFiles {
  const chapters: [string, SiteFile][] = shelved.flatMap(({ library }) =>
    library.chapters.map(({ id }): [string, SiteFile] => {
      const content = JSON.stringify(alone(library, id));
      return [id, { path: `library/${safeName(id.replaceAll("/", "-"))}-${hashOf(content)}.json`, content }];
    }),
  );
  const abouts = new Map(shelved.map((each) => [each.library.id, introduce(each)]));
  const texts = shelved.flatMap(({ files }) => files);
  const index: LibraryIndex = {
    version: libraryVersion,
    cards: shelved.map(({ library }) => {
      const about = abouts.get(library.id)?.path;
      return { ...makeLibraryCard(library), ...(about === undefined ? {} : { about }) };
    }),
    chapters: Object.fromEntries(chapters.map(([id, { path }]) => [id, path])),
    texts: texts.map(({ file }) => file),
  };
  const content = JSON.stringify(index);
  const indexPath = `library/index-${hashOf(content)}.json`;
  return {
    index,
    indexPath,
    files: [
      { path: indexPath, content },
      ...chapters.map(([, file]) => file),
      ...[...abouts.values()].filter((file) => file !== undefined),
      ...texts.map(({ file, text }) => ({ path: `chapters/${file}`, content: text })),
    ],
  };
}

/** The library with this one chapter and its problems: the neighbours' chapters are files of their own. */
function alone(library: Library, id: string): Library {
  const chapters = library.chapters.filter((chapter) => chapter.id === id);
  return { ...library, chapters, problems: chapters.flatMap(({ problems }) => problems), notes: [] };
}

/** What a library's index.md says in prose, as a file of its own: few readers open it. */
function introduce({ library, files }: Shelved): SiteFile | undefined {
  const file = indexFileOf(files.map((each) => each.file));
  if (file === undefined || isSilent(library.notes)) return undefined;
  const introduction: Introduction = { file, notes: library.notes };
  const content = JSON.stringify(introduction);
  return { path: `library/${safeName(library.id)}-about-${hashOf(content)}.json`, content };
}
