import type { System } from "../model/chapter.ts";
import type { Problem } from "../model/problem.ts";
import type { Prose } from "../model/prose.ts";
import type { ChapterDraft } from "./draft-chapter.ts";
import { draftChapter } from "./draft-chapter.ts";
import type { SharedChoice } from "./steps/choice-book.ts";
import type { PendingFault } from "./system/gather-faults.ts";
import type { SaidLayer } from "./system/layer-book.ts";

/** What a library's index.md says for all its chapters. */
export interface SharedIndex {
  readonly file: string;
  readonly title: string;
  readonly summary?: string;
  readonly layers: readonly SaidLayer[];
  readonly faults: readonly PendingFault[];
  readonly choices: readonly SharedChoice[];
  /** Chapters in the order in which they are listed, by file name without ending. */
  readonly order: readonly string[];
  /** Layers and faults as far as they are known without the chapters. */
  readonly system: System;
  readonly notes: Prose;
  readonly problems: readonly Problem[];
}

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
