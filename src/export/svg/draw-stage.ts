import { printDuration } from "../../lib/print-duration.ts";
import { branchWord } from "../../model/branch-word.ts";
import type { ParticipantKey } from "../../model/ids.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import { drawLine } from "../../scene/arrow-path.ts";
import type { HeadState } from "../../scene/head-states.ts";
import { hopTime } from "../../scene/hop-time.ts";
import type { PlacedMessage } from "../../scene/place-message.ts";
import type { Band, Frame, StageLayout } from "../../scene/stage-layout.ts";
import { markRuler } from "../../scene/time-scale.ts";
import { drawMessage } from "./draw-message.ts";
import { cutShort, drawText, measurePicture } from "./draw-text.ts";
import { mix, type Palette } from "./palette.ts";
import { type Piece, piece } from "./piece.ts";
import { element } from "./svg-element.ts";

/** Where the ruler's axis stands, px from the left. */
const axisX = 55.5;
/** The row in which a band's title stands: as on the page, no lifeline runs through it. */
const bandHeadHeight = 32;

const bandFill = ({ kind }: Band, palette: Palette): string => (kind === "wayBack" ? palette.badSoft : palette.band);

/** Everything below the heads, from y = 0 down: the same numbers that the page draws. */
export function drawStage(
  scenario: Scenario,
  trace: Trace,
  layout: StageLayout,
  states: ReadonlyMap<ParticipantKey, HeadState>,
  palette: Palette,
): readonly Piece[] {
  return [
    ...layout.bands.map((band) =>
      piece(
        element("rect", {
          x: 0,
          y: band.y0,
          width: layout.width,
          height: band.y1 - band.y0,
          fill: bandFill(band, palette),
        }),
        band.y0,
        band.y1,
      ),
    ),
    ...layout.lifelines.map(({ lane, x, y0, y1, created, destroyed }) => {
      const state = states.get(layout.lanes.lanes[lane]?.participant.key ?? "") ?? "well";
      const text = [
        element("path", {
          d: `M${x + 0.5} ${y0}V${y1}`,
          stroke: state === "broken" ? mix(palette.bad, palette.band, 0.3) : palette.line,
          "stroke-dasharray": state === "unreached" ? "2 4" : undefined,
        }),
        created
          ? element("rect", {
              x: x - 5,
              y: y0 - 5,
              width: 11,
              height: 11,
              rx: 3,
              fill: palette.band,
              stroke: palette.muted,
            })
          : "",
        destroyed
          ? element("path", { d: `M${x - 5} ${y1 - 5}l11 11m0 -11l-11 11`, stroke: palette.muted, "stroke-width": 1.5 })
          : "",
      ].join("");
      return piece(text, y0 - 5, y1 + 6);
    }),
    ...layout.bands.map((band) => {
      const box = { x: 0, y: band.y0, width: layout.width, height: bandHeadHeight };
      return piece(element("rect", { ...box, fill: bandFill(band, palette) }), band.y0, band.y0 + bandHeadHeight);
    }),
    ...layout.frames.map((frame) => piece(drawFrame(frame, palette), frame.y0, frame.y1)),
    ...layout.bars.map(({ x, y0, y1 }) =>
      piece(
        element("rect", { x, y: y0, width: 9, height: y1 - y0, rx: 2, fill: palette.surface, stroke: palette.line }),
        y0,
        y1,
      ),
    ),
    ...layout.notes.map(({ x, y, width, height, lines, quiet }) =>
      piece(
        [
          element("rect", {
            x,
            y,
            width,
            height,
            rx: 4,
            fill: quiet ? palette.band : palette.sunken,
            stroke: palette.line,
            "stroke-dasharray": quiet ? "3 3" : undefined,
          }),
          ...lines.map((text, at) =>
            drawText(text, {
              x: x + width / 2,
              y: y + 5 + at * 15 + 11.5,
              fill: quiet ? palette.muted : palette.ink,
              anchor: "middle",
            }),
          ),
        ].join(""),
        y,
        Math.max(y + height, y + 8 + lines.length * 15),
      ),
    ),
    ...layout.untaken.map((one) => piece(drawUntaken(one, palette), one.y, one.y + one.height)),
    ...(layout.spacing === "scale" ? drawRuler(layout, palette) : []),
    ...layout.bands.map((band) =>
      piece(drawBandHead(band, scenario, trace, layout.width, palette), band.y0, band.y0 + bandHeadHeight),
    ),
    ...layout.messages.map((placed) => {
      const { y0, y1 } = reachOf(placed);
      return piece(drawMessage(placed, palette), y0, y1);
    }),
  ];
}

/** A message's row, and what of it may stand out of that: a slope, a wait, a tag under the text, a head or number. */
function reachOf({ y, height, from, to, wait, labelY, lines }: PlacedMessage): {
  readonly y0: number;
  readonly y1: number;
} {
  const ends = [from.y - 10, from.y + 10, to.y - 10, to.y + 10];
  const all = [y, y + height, labelY, labelY + (lines.length + 1) * 15, ...ends, ...(wait ? [wait.y0, wait.y1] : [])];
  return { y0: Math.min(...all), y1: Math.max(...all) };
}

function drawBandHead(band: Band, scenario: Scenario, trace: Trace, width: number, palette: Palette): string {
  const y = band.y0 + 21;
  const back = band.kind === "wayBack";
  const time = band.hop ? hopTime(band.hop, scenario, trace) : { text: "", note: "not in the chapter" };
  const reached = back || trace.hops.find((one) => one.n === band.n)?.reached !== false;
  const note = reached ? (time.note ?? "") : "never reached";
  const words = [time.text, note].filter(Boolean).join(" · ");
  const room = width - 48 - measurePicture(words, "label");
  const title = back ? "The failure travels back" : (band.hop?.title ?? "");
  const number = back ? "" : String(band.n);
  const titleX = back ? 16 : 16 + measurePicture(number, "head") + 8;
  return [
    '<g data-title="">',
    drawText(number, { x: 16, y, weight: 600, fill: palette.muted }),
    drawText(title.replace(/\s+/gu, " "), {
      x: titleX,
      y,
      size: 12.5,
      weight: 600,
      fill: back ? palette.bad : reached ? palette.ink : palette.muted,
      room: room - titleX,
    }),
    "</g>",
    drawText(words, { x: width - 16, y, fill: palette.muted, anchor: "end" }),
  ].join("");
}

function drawFrame(frame: Frame, palette: Palette): string {
  const { x0, x1, y0, y1, type, text, dividers, color } = frame;
  const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0, rx: 7 };
  const rect = type === "rect";
  const known =
    color !== undefined && /^(?:(?:rgb|hsl)a?\([\d\s.,%]{1,60}\)|[a-z]{3,24}|#[\da-f]{3,8})$/i.test(color.trim());
  const tint = rect && known ? element("rect", { ...box, fill: color.trim(), "fill-opacity": 0.14 }) : "";
  const word = measurePicture(type, "head");
  const shown = cutShort(text.replace(/\s+/gu, " "), 11, 400, x1 - x0 - word - 28);
  return [
    tint,
    element("rect", { ...box, fill: "none", stroke: rect ? palette.hairline : palette.line }),
    rect ? "" : drawText(type, { x: x0 + 10, y: y0 + 16, size: 11, weight: 600, fill: palette.ink }),
    rect ? "" : drawText(shown, { x: x0 + 14 + word, y: y0 + 16, size: 11, fill: palette.muted }),
    ...dividers.map((divider) =>
      [
        element("path", { d: `M${x0} ${divider.y}H${x1}`, stroke: palette.line, "stroke-dasharray": "4 3" }),
        drawText(divider.text, { x: x0 + 10, y: divider.y + 15, size: 11, fill: palette.muted, room: x1 - x0 - 20 }),
      ].join(""),
    ),
  ].join("");
}

function drawUntaken(one: StageLayout["untaken"][number], palette: Palette): string {
  const word = branchWord(one.type);
  const text = `${one.text.replace(/\s+/gu, " ")} — not taken`;
  const start = measurePicture(word, "head") + 6;
  const width = start + measurePicture(text, "small") + 16;
  return [
    element("rect", {
      x: one.x,
      y: one.y,
      width,
      height: one.height,
      rx: 6,
      fill: palette.band,
      stroke: palette.line,
      "stroke-dasharray": "3 3",
    }),
    drawText(word, { x: one.x + 8, y: one.y + 16, size: 11, weight: 600, fill: palette.muted }),
    drawText(text, { x: one.x + 8 + start, y: one.y + 16, size: 11, fill: palette.muted }),
  ].join("");
}

function drawRuler(layout: StageLayout, palette: Palette): readonly Piece[] {
  const looks = {
    true: { stroke: palette.muted, "stroke-width": 2 },
    still: { stroke: palette.line, "stroke-dasharray": "1 3" },
    cut: { stroke: palette.warn, "stroke-width": 1.5 },
  };
  return [
    ...layout.axis.map(({ kind, y0, y1 }) =>
      piece(
        element("path", {
          d: drawLine({ x: axisX, y: y0 }, { x: axisX, y: y1 }, kind === "cut"),
          fill: "none",
          ...looks[kind],
        }),
        y0,
        y1,
      ),
    ),
    ...markRuler(layout.axis).map(({ y, t, labelled }) =>
      piece(
        [
          element("path", {
            d: `M${axisX - (labelled ? 5 : 3)} ${Math.round(y) + 0.5}H${axisX}`,
            stroke: palette.muted,
          }),
          labelled
            ? drawText(printDuration(t), { x: axisX - 8, y: y + 4, size: 11, fill: palette.muted, anchor: "end" })
            : "",
        ].join(""),
        y - 12,
        y + 8,
      ),
    ),
  ];
}
