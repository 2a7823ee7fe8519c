import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { alignRows, type RowPlace } from "./align-rows.ts";
import { layoutStage } from "./layout-stage.ts";
import type { StageLayout } from "./stage-layout.ts";

export type LayOut = typeof layoutStage;

/**
 * Lays a run out so that it lines up with another run of the scenario: what both pass stands at the same height, and
 * both drawings are equally high. Only with even spacing; to scale, heights are times. O(messages of both).
 */
export function layoutBeside(other: Trace): LayOut {
  return (scenario: Scenario, system: System, trace: Trace, lanes, spacing, focusHop, gutter, measure) => {
    const layOut = (of: Trace, floors?: ReadonlyMap<string, number>) =>
      layoutStage(scenario, system, of, lanes, spacing, focusHop, gutter, measure, floors);
    const own = layOut(trace);
    if (spacing !== "even") return own;
    const floors = alignRows(placesOf(own), placesOf(layOut(other)));
    const layout = layOut(trace, floors);
    return { ...layout, height: Math.max(layout.height, layOut(other, floors).height) };
  };
}

function placesOf({ bands, messages }: StageLayout): readonly RowPlace[] {
  const places = [
    ...bands.flatMap(({ kind, n, y0 }) => (kind === "hop" ? [{ key: `hop ${n}`, y: y0 }] : [])),
    ...messages.flatMap(({ row, y }) => (row.traced.n === undefined ? [] : [{ key: row.key, y }])),
  ];
  return places.sort((one, other) => one.y - other.y);
}
