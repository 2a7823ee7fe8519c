import type { System } from "../../model/chapter.ts";
import type { Distribution } from "../../model/distribution.ts";
import type { Run } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";

/** What to sample. */
export interface SampleRequest {
  readonly scenario: Scenario;
  readonly system: System;
  readonly run: Run;
  readonly samples: number;
}

/** A sampling under way. */
export interface SamplingUnderWay {
  /** Undefined when it was cancelled. Rejects when the sampling itself broke. */
  readonly done: Promise<Distribution | undefined>;
  cancel(): void;
}

/** Draws many seeded runs apart from the page, which is never held up. The same run gives the same distribution. */
export interface Sampling {
  /** A new request cancels the one before. `onProgress` is told the share done, 0…1. */
  sample(request: SampleRequest, onProgress?: (share: number) => void): SamplingUnderWay;
}
