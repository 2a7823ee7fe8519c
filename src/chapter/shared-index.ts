import type { System } from "../model/chapter.ts";
import type { Problem } from "../model/problem.ts";
import type { Prose } from "../model/prose.ts";
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
