import type { LayerId } from "../../model/ids.ts";
import { messagesIn } from "../../model/messages-in.ts";
import { fixOf } from "../fixes/make-edits.ts";
import { removeEntry } from "../fixes/remove-entry.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import type { FindingsOf } from "./findings-of.ts";

/** The layers that some message passes: its ends' and those between. */
export function layersInUse(scenarios: readonly ScenarioDraft[]): ReadonlySet<LayerId> {
  const used = new Set<LayerId>();
  for (const scenario of scenarios) {
    const layerOfKey = new Map([...scenario.layerOf].map(([lifeline, layer]) => [lifeline.key, layer]));
    for (const message of scenario.hops.flatMap((hop) => messagesIn(hop.steps))) {
      for (const layer of [layerOfKey.get(message.from), ...message.via, layerOfKey.get(message.to)]) {
        if (layer !== undefined) used.add(layer);
      }
    }
  }
  return used;
}

/** Layers that an author named and no message passes. */
export function findIdleLayers(
  { scenarios, layers, faults }: FindingsOf,
  listOf: (file: string) => ProblemList | undefined,
): void {
  const used = layersInUse(scenarios);
  for (const layer of layers) {
    // One that has a fault is reported with the fault.
    if (layer.inferred || used.has(layer.id) || faults.some((fault) => fault.layer === layer.id)) continue;
    const text = `No message passes the layer “${layer.name}”. \`@layer ${layer.id}\` or \`@via ${layer.id}\` puts it on a path.`;
    const list = listOf(layer.file);
    const at = { line: layer.line, column: 1 };
    const edits = list && removeEntry(list.text, layer.line, layer.id);
    list?.add("info", "finding/idle-layer", text, at, fixOf(`Remove the layer ${layer.id}`, edits));
  }
}
