import type { Hop } from "../model/hop.ts";
import type { BranchId, ChoiceId } from "../model/ids.ts";
import type { BlockType } from "../model/step.ts";
import type { Lanes } from "./layout-lanes.ts";
import type { Bar, Lifeline } from "./lifelines.ts";
import type { PlacedMessage } from "./place-message.ts";
import type { AxisPiece } from "./time-scale.ts";

export type Spacing = "even" | "scale";

/** A tinted stretch of the stage: a hop, or a failure's way back. */
export interface Band {
  readonly kind: "hop" | "wayBack";
  readonly n: number;
  readonly hop?: Hop;
  readonly y0: number;
  readonly y1: number;
}

/** A block that was entered. */
export interface Frame {
  readonly type: BlockType;
  readonly text: string;
  readonly color?: string;
  readonly depth: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Further threads or options that were entered too, and the times around a loop. */
  readonly dividers: readonly { readonly y: number; readonly text: string }[];
}

export interface PlacedNote {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly quiet: boolean;
}

/** One thin line in place of a branch that was not taken. */
export interface Untaken {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly type: BlockType;
  readonly text: string;
  readonly choice?: ChoiceId;
  readonly branch: BranchId;
}

/** Everything there is to draw, in CSS pixels from the content's top left corner (heads not included). */
export interface StageLayout {
  readonly spacing: Spacing;
  readonly lanes: Lanes;
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
  readonly frames: readonly Frame[];
  readonly notes: readonly PlacedNote[];
  readonly untaken: readonly Untaken[];
  readonly messages: readonly PlacedMessage[];
  readonly bars: readonly Bar[];
  readonly lifelines: readonly Lifeline[];
  readonly axis: readonly AxisPiece[];
  /** Position among `messages`, by index in the trace; -1 for those out of focus. */
  readonly positions: Int32Array;
}
