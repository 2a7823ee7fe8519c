import type { LayerId, ParticipantKey } from "./ids.ts";
import type { LayerKind } from "./layer.ts";
import type { Span } from "./place.ts";

/** The shapes Mermaid knows for a lifeline's head. */
export type ParticipantShape =
  | "participant"
  | "actor"
  | "boundary"
  | "control"
  | "entity"
  | "database"
  | "collections"
  | "queue";

/** A lifeline of a scenario, unified over its hops. */
export interface Participant {
  readonly key: ParticipantKey;
  /** The Mermaid ids it goes by. */
  readonly ids: readonly string[];
  /** Text; a newline where the author wrote `<br/>`. */
  readonly label: string;
  readonly shape: ParticipantShape;
  readonly layer?: LayerId;
  /** Its layer's kind, where one is known. */
  readonly kind?: LayerKind;
  /** True when the kind was concluded from a well-known word in its name. */
  readonly kindInferred?: boolean;
  /** `@place`: a city, a cloud region, or coordinates, as written. */
  readonly place?: string;
  /** Title of the `box` it stands in. */
  readonly box?: string;
  readonly span: Span;
}
