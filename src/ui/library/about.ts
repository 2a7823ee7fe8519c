import type { Prose } from "../../model/prose.ts";
import type { NotesPlace } from "../../session/note-lead.ts";

/** A library's own words, and where they stand. */
export interface About {
  readonly at: NotesPlace;
  readonly notes: Prose;
}
