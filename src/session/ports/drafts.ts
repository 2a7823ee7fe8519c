import type { ChapterId } from "../../model/ids.ts";
import type { Origin } from "../state.ts";
import type { OpenedFile } from "./reader.ts";

/** A chapter that is being written, as it is kept on the device. */
export interface StoredDraft {
  readonly id: ChapterId;
  readonly title: string;
  /** The chapter it is a copy of; absent for one begun from nothing. */
  readonly origin?: string;
  /** Where that stands, which its pictures are beside; absent when it stood nowhere. */
  readonly from?: Origin | undefined;
  readonly files: readonly OpenedFile[];
  /** The file that was being edited. */
  readonly file: string;
  /** When it was last changed, in ms since 1970. */
  readonly changed: number;
}

/** A state of a draft to go back to. */
export interface DraftVersion {
  readonly id: string;
  readonly draft: ChapterId;
  /** In ms since 1970. */
  readonly at: number;
  readonly why: string;
  readonly files: readonly OpenedFile[];
}

/**
 * Where a draft ended up: in the device's database, in its small store, or only in this page's memory. `conflict` when
 * another tab has written it since; then nothing was written.
 */
export type Kept = "device" | "small" | "memory" | "conflict";

/** The right to write a draft: one tab has it at a time. */
export interface DraftHold {
  /** Calls back when another tab has taken it over. */
  onLost(callback: () => void): void;
  release(): void;
}

/** Keeps what is being written. No method rejects: a full or forbidden storage is an answer, not an accident. */
export interface Drafts {
  /** Wall time, in ms since 1970. */
  now(): number;
  /** An id that no draft has, readable: `draft/create-task-7f3a`. */
  newId(name: string): ChapterId;
  list(): Promise<readonly StoredDraft[]>;
  read(id: ChapterId): Promise<StoredDraft | undefined>;
  /** Where the state is that `read` gives; undefined when there is none. */
  place(id: ChapterId): Promise<Kept | undefined>;
  write(draft: StoredDraft): Promise<Kept>;
  /** Keeps what a page that dies this very moment would lose: at once, where that can be done, until it is written. */
  jot(draft: StoredDraft): void;
  remove(id: ChapterId): Promise<void>;
  /** Newest first. */
  versions(id: ChapterId): Promise<readonly DraftVersion[]>;
  addVersion(version: DraftVersion): Promise<void>;
  removeVersions(ids: readonly string[]): Promise<void>;
  /** Undefined when another tab holds it. With `steal`, that tab loses it. */
  hold(id: ChapterId, steal: boolean): Promise<DraftHold | undefined>;
  /** Calls back with the hold when the tab that has it lets go. Returns the way to stop waiting. */
  onFree(id: ChapterId, callback: (hold: DraftHold) => void): () => void;
  /** Calls back when another tab has written the draft. Returns the way to stop. */
  onWritten(id: ChapterId, callback: () => void): () => void;
}
