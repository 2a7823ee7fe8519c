import { findCriticalPath } from "../../analysis/critical-path/find-critical-path.ts";
import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import { sayCritical } from "./say-critical.ts";
import type { WaterfallRow } from "./waterfall.ts";

/** What decides the total, as the waterfall shows it. */
export interface ShownCritical {
  /** Absent where no times are stated. */
  readonly sentence?: string;
  /** Messages that delay nothing, because something longer runs beside them; by index. Mostly none. */
  readonly spare: ReadonlySet<number>;
}

/** `healthy` is the same run without failures: what a failure's wait takes over from. */
export function showCritical(scenario: Scenario, system: System, trace: Trace, healthy: Trace): ShownCritical {
  const now = { trace, path: findCriticalPath(scenario, trace) };
  const before = trace === healthy ? now : { trace: healthy, path: findCriticalPath(scenario, healthy) };
  const sentence = sayCritical(scenario, system, now, before);
  return { spare: now.path.spare, ...(sentence === undefined ? {} : { sentence }) };
}

/** A row's part in the total; undefined when everything follows one another, or the row takes no time that is waited for. */
export function getPart(row: WaterfallRow, spare: ReadonlySet<number>): "decides" | "spare" | undefined {
  if (spare.size === 0 || row.bar === undefined || row.kind === "aside") return undefined;
  const timed = (row.messages.length > 0 ? row.messages : [row]).filter((one) => one.takes && one.takes.max !== 0);
  if (timed.length === 0) return undefined;
  return timed.every(({ index }) => index !== undefined && spare.has(index)) ? "spare" : "decides";
}
