import type { ChapterDraft } from "./chapter-draft.ts";
import { draftChapter } from "./draft-chapter.ts";
import type { SharedIndex } from "./shared-index.ts";

export function indexOfDraft(draft: ChapterDraft): SharedIndex {
  const said = new Map(draft.frontMatter.layers.map((layer) => [layer.id, layer]));
  const layers = draft.layers.all();
  return {
    file: draft.file,
    title: draft.title,
    ...(draft.frontMatter.summary ? { summary: draft.frontMatter.summary } : {}),
    layers: layers.map((layer) => ({ ...layer, participants: said.get(layer.id)?.participants ?? [] })),
    faults: draft.faults,
    choices: draft.frontMatter.choices,
    order: draft.frontMatter.order,
    system: { layers, faults: draft.faults.map((each) => each.fault) },
    notes: draft.notes,
    problems: draft.problems.all(),
  };
}

/** Reads index.md: what its library's chapters share. Total; problems inside. */
export function parseIndex(file: string, text: string): SharedIndex {
  return indexOfDraft(draftChapter(file, text, undefined, true));
}
