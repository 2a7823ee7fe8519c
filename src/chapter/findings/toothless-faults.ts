import type { ProblemList } from "../problem-list.ts";
import type { FindingsOf } from "./findings-of.ts";
import { layersInUse } from "./idle-layers.ts";

/** Faults that bite no message of any scenario. */
export function findToothlessFaults(
  { scenarios, faults }: FindingsOf,
  listOf: (file: string) => ProblemList | undefined,
): void {
  const used = layersInUse(scenarios);
  for (const fault of faults) {
    if (fault.layer === undefined || used.has(fault.layer)) continue;
    const text = `“${fault.title}” bites nothing: no message passes its layer “${fault.layer}”.`;
    const fix = { title: `Write \`%% @via ${fault.layer}\` above the message that needs this layer.` };
    listOf(fault.file)?.add("info", "finding/toothless-fault", text, { line: fault.line, column: 1 }, fix);
  }
}
