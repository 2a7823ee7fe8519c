import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { LayerId } from "../model/ids.ts";
import type { Layer } from "../model/layer.ts";
import type { LayerView } from "../model/layer-view.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";

export interface OrderedLayers {
  /** In the order in which the request meets them. */
  readonly onPath: readonly LayerView[];
  /** Layers that have faults and are not on this path. */
  readonly elsewhere: readonly LayerView[];
  /** Faults of which nobody says what they are a fault of. */
  readonly unplaced: readonly Fault[];
}

/** The layers of a system as one scenario's healthy run meets them. */
export function orderLayers(scenario: Scenario, system: System, healthy: Trace): OrderedLayers {
  const layers = new Map<LayerId, Layer>(system.layers.map((layer) => [layer.id, layer]));
  const faults = new Map<LayerId, Fault[]>();
  const unplaced: Fault[] = [];
  for (const fault of system.faults) {
    if (fault.layer === undefined || !layers.has(fault.layer)) {
      unplaced.push(fault);
      continue;
    }
    const there = faults.get(fault.layer);
    if (there === undefined) faults.set(fault.layer, [fault]);
    else there.push(fault);
  }
  const met = new Map<LayerId, LayerView>();
  for (const message of healthy.messages) {
    for (const id of message.layers) {
      const layer = layers.get(id);
      if (layer === undefined || met.has(id)) continue;
      const place = message.n === undefined ? {} : { message: message.n };
      met.set(id, { layer, faults: faults.get(id) ?? [], hop: message.hop, ...place });
    }
  }
  const drawn = findDrawnLayers(scenario);
  const elsewhere = system.layers
    .filter((layer) => !met.has(layer.id) && faults.has(layer.id))
    .map(
      (layer): LayerView => ({
        layer,
        faults: faults.get(layer.id) ?? [],
        why: drawn.has(layer.id) ? "otherPath" : "otherScenario",
      }),
    );
  return { onPath: [...met.values()], elsewhere, unplaced };
}

/** Every layer that some message of the scenario passes, whichever way the forks go. */
function findDrawnLayers(scenario: Scenario): Set<LayerId> {
  const byKey = new Map(scenario.participants.map((participant) => [participant.key, participant.layer]));
  const drawn = new Set<LayerId>();
  for (const message of scenario.hops.flatMap((hop) => messagesIn(hop.steps))) {
    for (const layer of [byKey.get(message.from), ...message.via, byKey.get(message.to)]) {
      if (layer !== undefined) drawn.add(layer);
    }
  }
  return drawn;
}
