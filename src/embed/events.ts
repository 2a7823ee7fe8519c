import type { Outcome } from "../model/verdict.ts";

/** The playhead has come to a message. */
export interface HopwiseStep {
  readonly hop: number;
  /** Within the hop, from 1. */
  readonly message: number;
}

/** The run ends otherwise than before: a failure or a choice was switched. */
export interface HopwiseVerdict {
  readonly outcome: Outcome;
  readonly headline: string;
  readonly detail: string;
  /** Id of the layer that broke. */
  readonly layer?: string;
  /** What the client received, where the chapter says it. */
  readonly status?: number;
}

/** Something was left out; `fatal`: nothing can be played. */
export interface HopwiseProblem {
  readonly message: string;
  readonly fatal: boolean;
}
