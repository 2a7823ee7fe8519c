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
    const fault = system.faults.find((one) => one.id === id);
    const layer = fault?.layer;
    // On a layer that this path never meets, it would not bite from the start either.
    if (layer === undefined || !trace.messages.some(({ layers }) => layers.includes(layer))) continue;
    return { title: fault?.title ?? id, onset };
  }
  return undefined;
}
