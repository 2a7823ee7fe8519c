import type { Chapter, System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { Layer } from "../model/layer.ts";
import type { ChapterDraft } from "./chapter-draft.ts";
import { draftChapter } from "./draft-chapter.ts";
import { findFindings } from "./findings/find-findings.ts";
import { finishScenario } from "./finish-scenario.ts";
import type { SharedIndex } from "./shared-index.ts";
import { resolveFaults } from "./system/resolve-faults.ts";

/** Own layers first, then the shared ones that the chapter does not name itself. */
function joinLayers(own: readonly Layer[], shared: readonly Layer[]): Layer[] {
  const ids = new Set(own.map((layer) => layer.id));
  return [...own, ...shared.filter((layer) => !ids.has(layer.id))];
}

/** A fault of the chapter takes the place of the shared one with its id. */
export function joinFaults(shared: readonly Fault[], own: readonly Fault[]): Fault[] {
  const ids = new Set(own.map((fault) => fault.id));
  return [...shared.filter((fault) => !ids.has(fault.id)), ...own];
}

/** The chapter, once the faults it is played against have their layers. */
export function finishChapter(draft: ChapterDraft, faults: readonly Fault[], sharedLayers: readonly Layer[]): Chapter {
  const layers = joinLayers(draft.layers.all(), sharedLayers);
  const system: System = { layers, faults };
  const { frontMatter } = draft;
  return {
    id: draft.id,
    file: draft.file,
    title: draft.title,
    ...(frontMatter.summary ? { summary: frontMatter.summary } : {}),
    type: frontMatter.type ?? "chapter",
    scenarios: draft.scenarios.map((scenario) => finishScenario(scenario, layers)),
    ...(draft.moments ? { moments: draft.moments } : {}),
    system,
    notes: draft.notes,
    problems: draft.problems.all(),
  };
}

/**
 * Reads a chapter: Markdown with Mermaid sequence diagrams, or Mermaid text by itself (`.mmd`). `shared` is what the
 * library's index.md says. Total: whatever is wrong is among the problems, with its place, and the rest is read.
 */
export function parseChapter(file: string, text: string, shared?: SharedIndex): Chapter {
  const draft = draftChapter(file, text, shared);
  const pending = joinPending(shared, draft);
  const faults = resolveFaults(pending, draft.scenarios, draft.layers, draft.problems);
  findFindings(
    { scenarios: draft.scenarios, layers: draft.layers.all(), faults, ofLibrary: shared !== undefined },
    () => draft.problems,
  );
  return finishChapter(draft, faults, []);
}

function joinPending(shared: SharedIndex | undefined, draft: ChapterDraft): ChapterDraft["faults"] {
  const ids = new Set(draft.faults.map((each) => each.fault.id));
  return [...(shared?.faults ?? []).filter((each) => !ids.has(each.fault.id)), ...draft.faults];
}
