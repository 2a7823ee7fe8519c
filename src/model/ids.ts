import type { Flavor } from "../lib/flavor.ts";

/** Ids are slugs of titles: readable in links, stable when unrelated text changes. */
export type ScenarioId = Flavor<string, "scenario">;
/** A lifeline's key, unique in its scenario; several Mermaid ids may share one (`CFE`, `CF`). */
export type ParticipantKey = Flavor<string, "participant">;
export type LayerId = Flavor<string, "layer">;
export type FaultId = Flavor<string, "fault">;
export type ChoiceId = Flavor<string, "choice">;
export type BranchId = Flavor<string, "branch">;
/** A chapter's path in its library without ending, such as `honeydue/create-task`. */
export type ChapterId = Flavor<string, "chapter">;
