import type { FaultId, ScenarioId } from "../../model/ids.ts";
import type { Seen } from "./seen.ts";

/** What is known so far: something seen in a scenario, or what a failure's own check said. */
export type Observation =
  | { readonly kind: "seen"; readonly scenario: ScenarioId; readonly seen: Seen }
  | { readonly kind: "check"; readonly fault: FaultId; readonly broken: boolean; readonly text: string };

/** Whether it asks for a failure at all. */
export function isBad(observation: Observation): boolean {
  return observation.kind === "check" ? observation.broken : observation.seen.sight.kind !== "works";
}
