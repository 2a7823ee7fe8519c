import type { Fault } from "./fault.ts";
import type { Layer } from "./layer.ts";

/** A layer as a scenario meets it. */
export interface LayerView {
  readonly layer: Layer;
  readonly faults: readonly Fault[];
  /** Where the request first comes to it: the hop, and the message's number in the scenario. Absent for `elsewhere`. */
  readonly hop?: number;
  readonly message?: number;
  /** For `elsewhere`: another choice would lead there, or nothing in this scenario does. */
  readonly why?: "otherPath" | "otherScenario";
}
