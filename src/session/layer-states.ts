import type { LayerId } from "../model/ids.ts";
import type { Trace } from "../model/trace.ts";

/** `quiet`: the request never gets there because it died before · `untouched`: it has no message in this run. */
export type LayerState = "works" | "strained" | "broken" | "quiet" | "untouched";

/** How each layer fares in a run; layers that are not in it have no entry. */
export function findLayerStates(trace: Trace): ReadonlyMap<LayerId, LayerState> {
  const states = new Map<LayerId, LayerState>();
  const raise = (layer: LayerId, state: LayerState): void => {
    const known = states.get(layer);
    if (known === undefined || rank[state] > rank[known]) states.set(layer, state);
  };
  for (const message of trace.messages) {
    // The way back passes through gateways that work; it says nothing about what lies behind the break.
    if (message.outcome === "added") continue;
    const reached = message.outcome !== "neverReached";
    for (const layer of message.layers) raise(layer, reached ? "works" : "quiet");
    for (const bite of message.bites) {
      raise(bite.layer, bite.effect === "fails" || bite.effect === "loses" ? "broken" : "strained");
    }
    if (message.outcome === "failed") quietBehind(message.layers, message.bites.at(-1)?.layer, states);
  }
  return states;
}

const rank: Readonly<Record<LayerState, number>> = { untouched: 0, quiet: 1, works: 2, strained: 3, broken: 4 };

/** Layers of the broken message that stand behind the one that broke it were not reached by it. */
function quietBehind(layers: readonly LayerId[], broken: LayerId | undefined, states: Map<LayerId, LayerState>): void {
  const at = broken === undefined ? -1 : layers.indexOf(broken);
  if (at < 0) return;
  for (const layer of layers.slice(at + 1)) if (states.get(layer) === "works") states.set(layer, "quiet");
}
