import type { Interval } from "../../lib/interval.ts";
import type { Library } from "../../model/chapter.ts";
import type { ChapterId, FaultId, ScenarioId } from "../../model/ids.ts";
import type { Prose } from "../../model/prose.ts";
import type { Outcome } from "../../model/verdict.ts";

/** A scenario as the library page lists it; the numbers come from the engine. */
export interface ScenarioCard {
  readonly id: ScenarioId;
  readonly title: string;
  readonly summary?: string;
  readonly hops: number;
  readonly messages: number;
  /** Of the healthy run, ms. */
  readonly total: Interval;
  /** What the chapter states, as written. */
  readonly stated?: string;
  /** Every fault that changes this scenario's outcome, alone and without an onset. */
  readonly breaks: readonly { readonly fault: FaultId; readonly title: string; readonly outcome: Outcome }[];
}

export interface ChapterCard {
  readonly id: ChapterId;
  readonly title: string;
  readonly summary?: string;
  readonly scenarios: readonly ScenarioCard[];
  readonly problems: number;
  /** How many moments a walkthrough has; it has no scenarios. */
  readonly moments?: number;
}

export interface LibraryCard {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly chapters: readonly ChapterCard[];
  readonly faults: number;
  /** Where its introduction's data stands, from the site's root; not there when its index.md says nothing in prose. */
  readonly about?: string;
}

/** What a library says of itself, in prose: its index.md. */
export interface Introduction {
  /** The file, as a chapter's is named: what its links are relative to. */
  readonly file: string;
  readonly notes: Prose;
}

/** The form of the index below; a page and an index of different versions do not go together. */
export const libraryVersion = 1;

/** What a site says of its chapters (`library/index-….json`): written by `hopwise build`, read by the page. */
export interface LibraryIndex {
  readonly version: typeof libraryVersion;
  readonly cards: readonly LibraryCard[];
  /** Where each chapter's data stands, from the site's root. */
  readonly chapters: Readonly<Record<ChapterId, string>>;
  /** The files whose text stands below `chapters/`. */
  readonly texts: readonly string[];
}

/** The chapters that came with the page, read when the site was built or served. */
export interface Shelf {
  readonly cards: readonly LibraryCard[];
  /** Why the list of chapters is not there, in a sentence. */
  readonly trouble?: string;
  /** A library that holds this one chapter; undefined when there is none by that id. Rejects when it cannot be loaded. */
  load(id: ChapterId): Promise<Library | undefined>;
  /** A library's introduction; undefined when it has none. Rejects when it cannot be loaded. */
  about(library: string): Promise<Introduction | undefined>;
  /** Where a shipped file's raw text stands; undefined when no such file came with the page. */
  address(file: string): string | undefined;
  /** The raw text of a shipped file. */
  text(file: string): Promise<string | undefined>;
}
