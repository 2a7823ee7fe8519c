import type { LayerId, ParticipantKey } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";

/** `broken`: its layer failed here · `hurt`: slower, or by another way · `unreached`: the request never came here. */
export type HeadState = "well" | "hurt" | "broken" | "unreached";

/** What a run did to each participant. */
export function headStates(scenario: Scenario, trace: Trace): ReadonlyMap<ParticipantKey, HeadState> {
  const broken = new Set<LayerId>();
  const hurt = new Set<LayerId>();
  const reached = new Set<ParticipantKey>();
  for (const traced of trace.messages) {
    for (const bite of traced.bites)
      (bite.effect === "slows" || bite.effect === "reroutes" ? hurt : broken).add(bite.layer);
    if (traced.outcome === "neverReached" || traced.outcome === "skipped") continue;
    reached.add(traced.from);
    if (traced.outcome !== "failed" && traced.outcome !== "lost") reached.add(traced.to);
  }
  return new Map(
    scenario.participants.map((one) => {
      if (one.layer !== undefined && broken.has(one.layer)) return [one.key, "broken"];
      if (!reached.has(one.key)) return [one.key, "unreached"];
      return [one.key, one.layer !== undefined && hurt.has(one.layer) ? "hurt" : "well"];
    }),
  );
}
