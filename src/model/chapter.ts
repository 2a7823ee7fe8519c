import type { Fault } from "./fault.ts";
import type { ChapterId } from "./ids.ts";
import type { Layer } from "./layer.ts";
import type { Moment } from "./moment.ts";
import type { Problem } from "./problem.ts";
import type { Prose } from "./prose.ts";
import type { Scenario } from "./scenario.ts";

/** What scenarios are played against: shared by all chapters of a library. */
export interface System {
  readonly layers: readonly Layer[];
  readonly faults: readonly Fault[];
}

/** A Markdown file, read. */
export interface Chapter {
  readonly id: ChapterId;
  readonly file: string;
  readonly title: string;
  readonly summary?: string;
  readonly type: "chapter" | "walkthrough";
  readonly scenarios: readonly Scenario[];
  /** A walkthrough's, in its order; other chapters have none. */
  readonly moments?: readonly Moment[];
  /** The system its scenarios run against, what index.md shares included. */
  readonly system: System;
  /** Prose that belongs to no scenario. */
  readonly notes: Prose;
  readonly problems: readonly Problem[];
}

/** A folder of chapters. `index.md` is not listed among the chapters unless it has scenarios of its own. */
export interface Library {
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly chapters: readonly Chapter[];
  readonly system: System;
  readonly notes: Prose;
  /** All problems: the index's and every chapter's. */
  readonly problems: readonly Problem[];
}
