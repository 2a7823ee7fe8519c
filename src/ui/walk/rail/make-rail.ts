import type { Fault } from "../../../model/fault.ts";
import type { LayerId } from "../../../model/ids.ts";
import type { LayerView } from "../../../model/layer-view.ts";
import type { LayerState } from "../../../session/layer-states.ts";

/** A layer with its failures, and how it fares in the run. */
export interface RailLayer extends LayerView {
  readonly state: LayerState;
}

interface Ordered {
  readonly onPath: readonly LayerView[];
  readonly elsewhere: readonly LayerView[];
  readonly unplaced: readonly Fault[];
}

/** The layers as ordered for the scenario, each with its state in this run. */
export function makeRail({ onPath, elsewhere, unplaced }: Ordered, states: ReadonlyMap<LayerId, LayerState>) {
  const withState = (view: LayerView): RailLayer => ({ ...view, state: states.get(view.layer.id) ?? "untouched" });
  return { onPath: onPath.map(withState), elsewhere: elsewhere.map(withState), unplaced };
}
