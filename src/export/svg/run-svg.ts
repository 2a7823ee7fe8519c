import { getVerdict } from "../../analysis/get-verdict.ts";
import { sayVerdict } from "../../analysis/say-verdict.ts";
import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import type { Outcome } from "../../model/verdict.ts";
import { headStates } from "../../scene/head-states.ts";
import { layoutLanes } from "../../scene/layout-lanes.ts";
import { layoutStage } from "../../scene/layout-stage.ts";
import { rememberWidths } from "../../scene/measure-text.ts";
import type { Spacing } from "../../scene/stage-layout.ts";
import { layoutWaterfall } from "../../scene/waterfall/layout-waterfall.ts";
import { wrapText } from "../../scene/wrap-text.ts";
import { drawHeads, headsHeight } from "./draw-heads.ts";
import { drawStage } from "./draw-stage.ts";
import { drawText, measurePicture } from "./draw-text.ts";
import { drawWaterfall, onlyHop } from "./draw-waterfall.ts";
import { type Palette, palettes, type Theme } from "./palette.ts";
import { type Drawing, type Floor, type Picture, writePicture } from "./picture.ts";
import { piece } from "./piece.ts";
import { element, escapeXml } from "./svg-element.ts";

export interface PictureOptions {
  readonly theme: Theme;
  readonly spacing: Spacing;
  /** One hop alone, or the whole journey. */
  readonly hop?: number;
  readonly waterfall: boolean;
  /** False: without the scenario's title and the verdict on it. */
  readonly title?: boolean;
  /** Least width, px; a journey with many participants is wider. */
  readonly width?: number;
}

/**
 * A run as a picture: title, verdict, heads, stage and waterfall. Plain SVG 1.1 with text as text (`outlineText` turns
 * it into shapes): no foreign elements, scripts, style sheets or links, so that drawing programs and office suites open it.
 */
export function runSvg(scenario: Scenario, system: System, trace: Trace, options: PictureOptions): Picture {
  return writePicture(drawRun(scenario, system, trace, options));
}

/** The run as drawn, before it is written: whole, or slice by slice. */
export function drawRun(scenario: Scenario, system: System, trace: Trace, options: PictureOptions): Drawing {
  const palette = palettes[options.theme];
  const focus = options.hop !== undefined && scenario.hops.some(({ n }) => n === options.hop) ? options.hop : null;
  const measure = rememberWidths(measurePicture);
  const gutter = options.spacing === "scale" ? 60 : 0;
  const lanes = layoutLanes(scenario, focus, options.width ?? (focus === null ? 1200 : 800), gutter, measure);
  const layout = layoutStage(scenario, system, trace, lanes, options.spacing, focus, gutter, measure);
  const states = headStates(scenario, trace);
  const drawn = drawTitle(scenario, system, trace, layout.width, palette);
  const title = options.title === false ? { ...drawn, text: "", height: 8 } : drawn;
  const heads = headsHeight(lanes);
  const whole = layoutWaterfall(scenario, system, trace);
  const waterfall = options.waterfall
    ? drawWaterfall(focus === null ? whole : onlyHop(whole, focus), layout.width, palette)
    : undefined;
  const width = layout.width;
  const height = Math.ceil(title.height + heads + layout.height + (waterfall?.height ?? 0) + 8);
  const floors: readonly Floor[] = [
    { top: 0, pieces: [piece(title.text, 0, title.height)] },
    { top: title.height, pieces: [piece(drawHeads(lanes, states, palette), 0, heads)] },
    { top: title.height + heads, pieces: drawStage(scenario, trace, layout, states, palette) },
    ...(waterfall ? [{ top: title.height + heads + layout.height, pieces: waterfall.pieces }] : []),
  ];
  const names = `<title>${escapeXml(scenario.title)}</title>\n<desc>${escapeXml(title.words)}</desc>`;
  return { width, height, names, surface: palette.surface, floors };
}

/** The run's waterfall alone, on the light page's paper. */
export function waterfallSvg(scenario: Scenario, system: System, trace: Trace, width: number): Picture {
  const palette = palettes.light;
  const drawn = drawWaterfall(layoutWaterfall(scenario, system, trace), width, palette);
  const height = Math.ceil(drawn.height);
  const floors = [{ top: 0, pieces: drawn.pieces }];
  return writePicture({ width, height, names: "", surface: palette.surface, floors });
}

/** The verdict as one text: whether it went well, why, and what else there is to know. */
export function saidOf(scenario: Scenario, system: System, trace: Trace): string {
  const verdict = getVerdict(scenario, system, trace);
  const { headline, detail } = sayVerdict(scenario, system, trace, verdict);
  return `${outcomeWords[verdict.outcome]}. ${[headline, detail].filter(Boolean).join(" ")}`;
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  ok: "Ok",
  slow: "Slow",
  degraded: "Degraded",
  partial: "Partly failed",
  failed: "Failed",
};

/** The scenario's title and the verdict on it. */
function drawTitle(scenario: Scenario, system: System, trace: Trace, width: number, palette: Palette) {
  const verdict = getVerdict(scenario, system, trace);
  const { headline, detail } = sayVerdict(scenario, system, trace, verdict);
  const tones: Readonly<Record<Outcome, readonly [string, string]>> = {
    ok: [palette.good, palette.goodSoft],
    slow: [palette.warn, palette.warnSoft],
    degraded: [palette.warn, palette.warnSoft],
    partial: [palette.bad, palette.badSoft],
    failed: [palette.bad, palette.badSoft],
  };
  const [ink, soft] = tones[verdict.outcome];
  const word = outcomeWords[verdict.outcome];
  const chip = measurePicture(word, "head") + 18;
  const room = width - 32;
  const lines = wrapText(headline, "head", (room - chip - 10) * 0.9, measurePicture);
  const more = detail === "" ? [] : wrapText(detail, "label", room, measurePicture).slice(0, 3);
  let y = 32;
  const parts = [
    drawText(scenario.title.replace(/\s+/gu, " "), { x: 16, y, size: 20, weight: 600, fill: palette.ink, room }),
  ];
  y += 14;
  parts.push(element("rect", { x: 16, y, width: chip, height: 20, rx: 10, fill: soft, stroke: ink }));
  parts.push(drawText(word, { x: 25, y: y + 14, weight: 600, fill: ink }));
  for (const line of lines) {
    parts.push(drawText(line, { x: 16 + chip + 10, y: y + 14.5, size: 13, weight: 600, fill: palette.ink }));
    y += 19;
  }
  y += 2;
  for (const line of more) {
    parts.push(drawText(line, { x: 16, y: y + 14, fill: palette.muted }));
    y += 16;
  }
  // What scrolls a picture sideways keeps this in view.
  return {
    text: `<g data-title="">${parts.join("\n")}</g>`,
    height: y + 14,
    words: [headline, detail].filter(Boolean).join(" "),
  };
}
