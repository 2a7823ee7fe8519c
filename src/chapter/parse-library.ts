import type { Chapter, Library } from "../model/chapter.ts";
import { indexFileOf } from "../model/chapter-file.ts";
import type { Fault } from "../model/fault.ts";
import type { Layer } from "../model/layer.ts";
import type { Problem } from "../model/problem.ts";
import type { ChapterDraft } from "./chapter-draft.ts";
import { idInLibrary, nameOfFile, titleOfFile } from "./chapter-name.ts";
import { draftChapter } from "./draft-chapter.ts";
import { findFindings } from "./findings/find-findings.ts";
import { finishChapter, joinFaults } from "./parse-chapter.ts";
import { indexOfDraft } from "./parse-index.ts";
import type { ProblemList } from "./problem-list.ts";
import { makeProblemList } from "./problem-list.ts";
import type { SharedIndex } from "./shared-index.ts";
import { makeLayerBook } from "./system/layer-book.ts";
import { resolveFaults } from "./system/resolve-faults.ts";

export interface ChapterFile {
  readonly file: string;
  readonly text: string;
}

/** Chapters in the index's order, the others behind them by name. */
function inOrder(
  files: readonly ChapterFile[],
  order: readonly string[],
  problems: ProblemList | undefined,
): ChapterFile[] {
  const names = order.map(nameOfFile);
  for (const name of names) {
    if (files.some((each) => nameOfFile(each.file) === name)) continue;
    problems?.add("warning", "index/missing-chapter", `The order lists “${name}”, but there is no such chapter.`, {
      line: 1,
      column: 1,
    });
  }
  const rank = (file: string) => {
    const index = names.indexOf(nameOfFile(file));
    return index < 0 ? names.length : index;
  };
  return [...files].sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Ids that several chapters use become `chapter/id`, in all of them. */
function clashing(idsByChapter: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const ids of idsByChapter) {
    for (const id of new Set(ids)) (seen.has(id) ? twice : seen).add(id);
  }
  return twice;
}

function withUniqueScenarios(drafts: readonly ChapterDraft[]): void {
  const twice = clashing(drafts.map((draft) => draft.scenarios.map((scenario) => scenario.id)));
  for (const draft of drafts) {
    for (const scenario of draft.scenarios) {
      if (twice.has(scenario.id)) scenario.id = `${nameOfFile(draft.file)}/${scenario.id}`;
    }
  }
}

function uniqueBy<T>(list: readonly T[], keyOf: (each: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const key = keyOf(each);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/**
 * Reads a folder of chapters. What its index.md says is shared by all of them; a fault's words are looked up in all
 * chapters at once, so that it has the same layer everywhere. Total; all problems inside.
 */
export function parseLibrary(id: string, files: readonly ChapterFile[]): Library {
  const indexName = indexFileOf(files.map(({ file }) => file));
  const indexFile = files.find(({ file }) => file === indexName);
  const indexDraft = indexFile && draftChapter(indexFile.file, indexFile.text, undefined, true);
  const index: SharedIndex | undefined = indexDraft && indexOfDraft(indexDraft);
  const chapterFiles = inOrder(
    files.filter((each) => each !== indexFile),
    index?.order ?? [],
    indexDraft?.problems,
  );
  const drafts: ChapterDraft[] = chapterFiles.map(({ file, text }) => ({
    ...draftChapter(file, text, index),
    id: idInLibrary(id, file),
  }));
  if (indexDraft && indexDraft.scenarios.length > 0)
    drafts.unshift({ ...indexDraft, id: idInLibrary(id, indexDraft.file), faults: [] });
  withUniqueScenarios(drafts);

  const lists = new Map(drafts.map((draft) => [draft.file, draft.problems]));
  if (indexDraft) lists.set(indexDraft.file, indexDraft.problems);
  const said = drafts.flatMap((draft) => draft.layers.all());
  const book = makeLayerBook(
    indexFile?.file ?? id,
    uniqueBy([...(index?.layers ?? []), ...said.map((layer) => ({ ...layer, participants: [] }))], (layer) => layer.id),
  );
  const scenarios = drafts.flatMap((draft) => draft.scenarios);
  const fallback = makeProblemList(indexFile?.file ?? id);
  const shared = resolveFaults(index?.faults ?? [], scenarios, book, indexDraft?.problems ?? fallback);

  const twice = clashing(drafts.map((draft) => draft.faults.map((each) => each.fault.id)));
  const own = new Map<ChapterDraft, Fault[]>(
    drafts.map((draft) => {
      const faults = resolveFaults(draft.faults, draft.scenarios, draft.layers, draft.problems);
      const named = faults.map((fault) =>
        twice.has(fault.id) ? { ...fault, id: `${nameOfFile(draft.file)}/${fault.id}` } : fault,
      );
      return [draft, named];
    }),
  );
  const layers: Layer[] = uniqueBy(
    [...book.all(), ...drafts.flatMap((draft) => draft.layers.all())],
    (layer) => layer.id,
  );
  const faults = uniqueBy([...shared, ...[...own.values()].flat()], (fault) => fault.id);
  findFindings({ scenarios, layers, faults, ofLibrary: false }, (file) => lists.get(file));

  const needed = new Set([...shared.map((fault) => fault.layer), ...(index?.layers ?? []).map((layer) => layer.id)]);
  const sharedLayers = book.all().filter((layer) => needed.has(layer.id));
  const chapters: Chapter[] = drafts.map((draft) =>
    finishChapter(draft, joinFaults(shared, own.get(draft) ?? []), sharedLayers),
  );
  const problems: Problem[] = [
    ...(indexDraft && !drafts.some((draft) => draft.file === indexDraft.file) ? indexDraft.problems.all() : []),
    ...chapters.flatMap((chapter) => chapter.problems),
    ...fallback.all(),
  ];
  return {
    id,
    title: index?.title ?? titleOfFile(id),
    ...(index?.summary ? { summary: index.summary } : {}),
    chapters,
    system: { layers, faults },
    notes: index?.notes ?? [],
    problems,
  };
}
