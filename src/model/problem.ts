import type { Fix } from "./fix.ts";
import type { Place } from "./place.ts";

export type Severity = "error" | "warning" | "info";

/** Something to mend (error, warning) or to know (info) in a chapter. The message says what is wrong and what to do. */
export interface Problem extends Place {
  readonly severity: Severity;
  /** A stable name such as `sequence/unreadable-line`; listed in scenarios/FORMAT.md. */
  readonly code: string;
  readonly message: string;
  /** Offsets into the file, where more than a point is meant. */
  readonly start?: number;
  readonly end?: number;
  readonly fix?: Fix;
}
