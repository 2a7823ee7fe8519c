import { pickLatency } from "../model/condition.ts";
import type { Hop } from "../model/hop.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { decidedIn } from "./decided-in.ts";
import { totalDuration } from "./name-message.ts";
import { sayInterval } from "./say-interval.ts";

/** A hop's latency as its band says it. `note` tells where it comes from, when the hop's own text does not state it. */
export interface HopTime {
  readonly text: string;
  readonly note?: "inferred" | "from the budget" | "from its messages" | "not documented";
}

/** What a hop takes in this run: its stated figure for the choices made, else the sum of its messages' own figures. */
export function hopTime(hop: Hop, scenario: Scenario, trace: Trace): HopTime {
  const found = hop.figure && pickLatency(hop.figure, decidedIn(scenario, trace));
  if (found) {
    const text = sayInterval(found);
    if (hop.figure?.inferred === true) return { text, note: "inferred" };
    return hop.figureFrom === "budget" ? { text, note: "from the budget" } : { text };
  }
  const own = trace.messages.filter((one) => one.hop === hop.n && one.figure && one.outcome !== "added" && !one.aside);
  if (own.length > 0) return { text: sayInterval(totalDuration(own)), note: "from its messages" };
  return { text: "", note: "not documented" };
}
