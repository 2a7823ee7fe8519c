import type { Interval } from "../lib/interval.ts";
import type { Arrow } from "./arrow.ts";
import type { BranchId, ChoiceId, FaultId, LayerId, ParticipantKey } from "./ids.ts";
import type { Figure } from "./latency.ts";
import type { Span } from "./place.ts";
import type { Duration } from "./time.ts";

/** One line's worth of a hop, in the order of the text. Blocks nest. */
export type Step = Message | Block | Note | Activation | Lifecycle | Numbering;

/** `@on FAULT: …`: what this very place does under that fault. */
export interface Reaction {
  readonly fault: FaultId;
  readonly action:
    | { readonly kind: "continue" }
    | { readonly kind: "take"; readonly branch: string }
    | { readonly kind: "fail"; readonly status?: number }
    | { readonly kind: "slow"; readonly added?: Interval; readonly factor?: number };
  readonly line: number;
}

/** One arrow. */
export interface Message {
  readonly kind: "message";
  /** Counts from 1 within the scenario, in the order of the text. */
  readonly n: number;
  /** Counts from 1 within its hop: the second part of `at=5.2`. */
  readonly inHop: number;
  readonly from: ParticipantKey;
  readonly to: ParticipantKey;
  /** The fence's own ids. */
  readonly fromId: string;
  readonly toId: string;
  readonly text: string;
  readonly arrow: Arrow;
  /** Mermaid's `+` and `-` behind the arrow: the receiver is activated, the sender deactivated. */
  readonly activates: boolean;
  readonly deactivates: boolean;
  /** Which fence of the chapter it stands in: a solid arrow answers only a call of its own fence. */
  readonly fence: number;
  /** Its own `@latency`. */
  readonly figure?: Figure;
  /** `@via`, in order. */
  readonly via: readonly LayerId[];
  /** True for those of `via` the author did not name but a fault's words did. */
  readonly viaInferred?: boolean;
  readonly async: boolean;
  readonly effect: boolean;
  readonly timeout?: Duration;
  /** Further attempts after the first. */
  readonly retry?: number;
  readonly on: readonly Reaction[];
  readonly span: Span;
}

export type BlockType = "alt" | "opt" | "par" | "critical" | "break" | "loop" | "rect";

export interface Block {
  readonly kind: "block";
  readonly type: BlockType;
  /** alt: its branches · par: its threads · critical: the body, then its options · the others: one. */
  readonly branches: readonly Branch[];
  /** For alt, opt and break: the choice that decides it. A branch is taken when its id is the chosen one. */
  readonly choice?: ChoiceId;
  readonly figure?: Figure;
  readonly async: boolean;
  readonly on: readonly Reaction[];
  /** `par_over`: threads may overlap. */
  readonly overlaps?: boolean;
  /** The colour of a `rect`, as written. */
  readonly color?: string;
  readonly span: Span;
}

export interface Branch {
  readonly id: BranchId;
  /** The condition, as written. */
  readonly text: string;
  readonly steps: readonly Step[];
  readonly chance?: number;
  readonly span: Span;
}

/** Mermaid's `Note left of|right of|over`. */
export interface Note {
  readonly kind: "note";
  readonly position: "left" | "right" | "over";
  readonly over: readonly ParticipantKey[];
  readonly overIds: readonly string[];
  readonly text: string;
  readonly span: Span;
}

export interface Activation {
  readonly kind: "activation";
  readonly participant: ParticipantKey;
  readonly active: boolean;
  readonly span: Span;
}

/** `create` and `destroy`: takes effect at the next message. */
export interface Lifecycle {
  readonly kind: "lifecycle";
  readonly participant: ParticipantKey;
  readonly change: "create" | "destroy";
  readonly span: Span;
}

/** `autonumber`. */
export interface Numbering {
  readonly kind: "numbering";
  readonly on: boolean;
  readonly start?: number;
  readonly step?: number;
  readonly span: Span;
}
