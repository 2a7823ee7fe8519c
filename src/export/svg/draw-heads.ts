import type { ParticipantKey } from "../../model/ids.ts";
import type { HeadState } from "../../scene/head-states.ts";
import type { Lane, Lanes } from "../../scene/layout-lanes.ts";
import { cutShort, drawText } from "./draw-text.ts";
import type { Palette } from "./palette.ts";
import { element } from "./svg-element.ts";

/** How high the row of heads is. */
export function headsHeight(lanes: Lanes): number {
  return lanes.boxHeight + lanes.headHeight + 19;
}

/** The participants' heads and the boxes behind them, from y = 0 down. */
export function drawHeads(lanes: Lanes, states: ReadonlyMap<ParticipantKey, HeadState>, palette: Palette): string {
  const top = lanes.boxHeight + 10;
  const boxes = lanes.boxes.map((box) => {
    const from = lanes.lanes[box.from];
    const to = lanes.lanes[box.to];
    if (!from || !to) return "";
    const x = from.x - from.headWidth / 2 - 4;
    const width = to.x + to.headWidth / 2 + 4 - x;
    return (
      element("rect", { x, y: 4, width, height: top + lanes.headHeight + 1, rx: 9, fill: palette.sunken }) +
      drawText(box.title, { x: x + 8, y: 17, size: 11, fill: palette.muted, room: width - 16 })
    );
  });
  const heads = lanes.lanes.map((lane) =>
    drawHead(lane, lanes, top, states.get(lane.participant.key) ?? "well", palette),
  );
  return boxes.join("") + heads.join("");
}

function drawHead(lane: Lane, lanes: Lanes, top: number, state: HeadState, palette: Palette): string {
  const { x, headWidth: width, headLines, headDetail } = lane;
  const height = lanes.headHeight;
  const left = x - width / 2;
  const look = {
    well: { stroke: palette.line, fill: palette.surface, ink: palette.ink },
    hurt: { stroke: palette.warn, fill: palette.warnSoft, ink: palette.warn },
    broken: { stroke: palette.bad, fill: palette.badSoft, ink: palette.bad },
    unreached: { stroke: palette.line, fill: palette.surface, ink: palette.muted },
  }[state];
  const lines = [
    ...headLines.map((text) => ({ text, size: 12, weight: 600 as const, fill: look.ink })),
    ...(headDetail === undefined
      ? []
      : [{ text: headDetail, size: 11, weight: 400 as const, fill: state === "well" ? palette.muted : look.ink }]),
  ];
  const first = top + (height - lines.length * 15) / 2;
  return [
    element("rect", {
      x: left,
      y: top,
      width,
      height,
      rx: 7,
      fill: look.fill,
      stroke: look.stroke,
      "stroke-width": state === "broken" ? 1.5 : 1,
      "stroke-dasharray": state === "unreached" ? "3 3" : undefined,
    }),
    ...lines.map(({ text, size, weight, fill }, at) =>
      drawText(cutShort(text, size, weight, width - 10), {
        x,
        y: first + at * 15 + 11.5,
        size,
        weight,
        fill,
        anchor: "middle",
      }),
    ),
    state === "broken" ? crack(left + width - 4, top, height, palette) : "",
  ].join("");
}

/** A head that broke is seen to be cracked, not only red. */
function crack(x: number, y: number, height: number, palette: Palette): string {
  const at = (dx: number, share: number) => `${x + dx} ${y + height * share}`;
  const d = `M${at(1, 0)}L${at(-3, 0.27)}L${at(2, 0.43)}L${at(-2, 0.67)}L${at(1, 1)}`;
  return (
    element("path", { d, fill: "none", stroke: palette.surface, "stroke-width": 4 }) +
    element("path", { d, fill: "none", stroke: palette.bad, "stroke-width": 1.5 })
  );
}
