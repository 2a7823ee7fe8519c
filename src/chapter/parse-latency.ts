import type { Latency } from "../model/latency.ts";
import { findLatencies } from "./latency/find-latencies.ts";

/**
 * The first latency that a text states, in milliseconds: `~5–15 ms`, `90 to 120 ms`, `<1 ms` (0–1), `up to 80 ms`,
 * `1.5 s`, `200 µs`, `p50 12 ms, p99 80 ms`. Undefined when it states none, or one without an upper end (`> 5 ms`),
 * or one that runs backwards (`15–5 ms`): what cannot be read is never a silent 0.
 */
export function parseLatency(text: string): Latency | undefined {
  return findLatencies(text)[0]?.latency;
}
