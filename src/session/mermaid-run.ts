import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { isPassed, type Trace } from "../model/trace.ts";
import { listRows } from "../scene/list-rows.ts";
import type { Playable } from "./results.ts";

/** A run as Mermaid is given it, and how its messages are found in what Mermaid draws. */
export interface MermaidRun {
  readonly text: string;
  /** For each index in `Trace.messages`, which message of the text it is, from 0; what was not passed has none. */
  readonly order: ReadonlyMap<number, number>;
}

export function mermaidRun({ scenario, system }: Playable, trace: Trace): MermaidRun {
  const order = new Map<number, number>();
  for (const row of listRows(scenario, trace, null)) {
    if (row.kind === "message" && isPassed(row.traced)) order.set(row.traced.index, order.size);
  }
  return { text: runMermaid(scenario, system, trace), order };
}
