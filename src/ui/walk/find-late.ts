import type { System } from "../../model/chapter.ts";
import type { Onset, Run } from "../../model/run.ts";
import type { Trace } from "../../model/trace.ts";

/** The first failure that began in mid-play and bites nothing any more, because its messages had been played. */
export function findLate(
  run: Run,
  trace: Trace,
  system: System,
): { readonly title: string; readonly onset: Onset } | undefined {
  const biting = new Set(trace.messages.flatMap(({ bites }) => bites.map(({ fault }) => fault)));
  for (const { id, onset } of run.faults) {
    if (!onset || biting.has(id) || trace.notReached.includes(id)) continue;
    return { title: system.faults.find((fault) => fault.id === id)?.title ?? id, onset };
  }
  return undefined;
}
