import type { Figure } from "./latency.ts";
import type { Span } from "./place.ts";
import type { Prose } from "./prose.ts";
import type { Step } from "./step.ts";

/** A leg of a scenario. */
export interface Hop {
  /** Counts from 1 within the scenario, in the order of the text. */
  readonly n: number;
  /** Without `Hop 3 —`. */
  readonly title: string;
  /** What the hop's section states, else what its budget row does. */
  readonly figure?: Figure;
  readonly figureFrom?: "hop" | "budget";
  readonly steps: readonly Step[];
  /** Shown beside the stage while the playhead is here. */
  readonly notes: Prose;
  /** True when the hop was found from the arrows of one diagram rather than from a heading. */
  readonly found?: boolean;
  readonly span: Span;
}
