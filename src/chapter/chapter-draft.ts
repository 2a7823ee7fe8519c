import type { ChapterId } from "../model/ids.ts";
import type { Moment } from "../model/moment.ts";
import type { Prose } from "../model/prose.ts";
import type { ChapterContext } from "./build-scenario.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ScenarioDraft } from "./scenario-draft.ts";
import { slugOf } from "./slug.ts";
import type { PendingFault } from "./system/gather-faults.ts";
import type { LayerBook } from "./system/layer-book.ts";

/** A chapter read as far as it can be without the rest of its library. */
export interface ChapterDraft {
  readonly id: ChapterId;
  readonly file: string;
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly scenarios: readonly ScenarioDraft[];
  readonly layers: LayerBook;
  /** Its own faults; those that index.md shares are not among them. */
  readonly faults: readonly PendingFault[];
  readonly notes: Prose;
  /** A walkthrough's; such a chapter has no scenarios. */
  readonly moments?: readonly Moment[];
  readonly problems: ProblemList;
}

/** What its scenarios are built in. `known`: the faults that a directive may name, by id and by slug of their title. */
export function contextOf(
  problems: ProblemList,
  layers: LayerBook,
  known: ReadonlyMap<string, string>,
): ChapterContext {
  return {
    problems,
    layers,
    findFault: (word) => known.get(slugOf(word)),
    faultNames: () => [...new Set(known.values())],
    fences: 0,
  };
}
