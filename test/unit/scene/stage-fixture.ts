import { simulate } from "../../../src/engine/simulate.ts";
import { makeTrack } from "../../../src/player/track.ts";
import { layoutLanes } from "../../../src/scene/layout-lanes.ts";
import { layoutStage } from "../../../src/scene/layout-stage.ts";
import type { MeasureText } from "../../../src/scene/measure-text.ts";
import type { Spacing, StageLayout } from "../../../src/scene/stage-layout.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

/** Every letter is 6 pixels wide. */
export const sixPixels: MeasureText = (text) => text.length * 6;

/** A flow, its run and where everything stands. */
export function stageOf(
  text: string,
  how: { fail?: string; with?: string; spacing?: Spacing; width?: number; focus?: number } = {},
) {
  const { scenario, system } = readFlow(text);
  const trace = simulate(scenario, system, readRun(how.fail, how.with));
  const focus = how.focus ?? null;
  const gutter = how.spacing === "scale" ? 60 : 0;
  const lanes = layoutLanes(scenario, focus, how.width ?? 800, gutter, sixPixels);
  const layout = layoutStage(scenario, system, trace, lanes, how.spacing ?? "even", focus, gutter, sixPixels);
  return { scenario, system, trace, track: makeTrack(trace), lanes, layout };
}

/** The placed messages as lines that a person can read. */
export function readMessages(layout: StageLayout): readonly string[] {
  return layout.messages.map((one) => `${one.row.traced.from} > ${one.row.traced.to} ${one.row.traced.outcome}`);
}
