import type { Duration } from "./time.ts";

/** Many seeded runs of one scenario: how long the client waits for its answer or its error. */
export interface Distribution {
  readonly samples: number;
  readonly p5: Duration;
  readonly p50: Duration;
  readonly p95: Duration;
  readonly p99: Duration;
  /** Share of the samples in which the request fails, 0…1. */
  readonly failed: number;
  /** Share of the samples that a failure delays and that are answered nevertheless, 0…1. */
  readonly slow: number;
  /** Of equal width, from the least to the most; the last one includes its upper end. */
  readonly bins: readonly { readonly from: Duration; readonly until: Duration; readonly count: number }[];
  /** Every sample's waiting time, in ascending order. */
  readonly sorted: Float64Array;
  /** True when some sample holds a wait that nobody documents: it counts as 0, so real waits are longer. */
  readonly open: boolean;
}

/** Share of the samples (0…1) that take longer than `timeout` milliseconds. */
export function shareOver(distribution: Distribution, timeout: Duration): number {
  const { sorted } = distribution;
  if (sorted.length === 0) return 0;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((sorted[half] ?? 0) <= timeout) low = half + 1;
    else high = half;
  }
  return (sorted.length - low) / sorted.length;
}
