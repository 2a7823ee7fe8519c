import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { type ContactSheet, makeContactSheet } from "./contact-sheet.ts";
import { type PageOptions, runHtml } from "./html/run-html.ts";
import { loadShapes, outlineText } from "./svg/outline-text.ts";
import { type Picture, sliceDrawing } from "./svg/picture.ts";
import { drawRun, type PictureOptions, runSvg } from "./svg/run-svg.ts";

/** What is drawn. */
export interface DrawnRun {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
}

type LiveOptions = PictureOptions & { readonly liveText?: boolean };

/** The run as a picture: its text as shapes that need no font, or left as text. */
export async function drawPicture({ scenario, system, trace }: DrawnRun, options: LiveOptions): Promise<Picture> {
  const picture = runSvg(scenario, system, trace, options);
  return options.liveText ? picture : outlined(picture);
}

/** A picture in slices, the upper ones first, each a document of its own: no page has to take all of a long run at once. */
export interface SlicedPicture {
  readonly width: number;
  readonly height: number;
  readonly slices: readonly Picture[];
}

/** The run as `drawPicture` gives it, in slices of `area` at most, px²; each is a whole number of px high. */
export async function drawSlices(
  { scenario, system, trace }: DrawnRun,
  { liveText, ...options }: LiveOptions,
  area: number,
): Promise<SlicedPicture> {
  const drawing = drawRun(scenario, system, trace, options);
  const { width, height } = drawing;
  const most = Math.max(1, Math.floor(area / width));
  const tops = Array.from({ length: Math.ceil(height / most) }, (_, n) => n * most);
  const slices = tops.map((top) => sliceDrawing(drawing, top, Math.min(height, top + most)));
  return { width, height, slices: liveText ? slices : await Promise.all(slices.map(outlined)) };
}

/** The run as a contact sheet for paper, its pictures' text as shapes. */
export async function drawSheet({ scenario, system, trace }: DrawnRun): Promise<ContactSheet> {
  const sheet = makeContactSheet(scenario, system, trace);
  return {
    ...sheet,
    frames: await Promise.all(
      sheet.frames.map(async (frame) => ({ ...frame, picture: await outlined(frame.picture) })),
    ),
    waterfall: await outlined(sheet.waterfall),
  };
}

/** The run as one HTML file that plays without a network. */
export function drawPage({ scenario, system, trace }: DrawnRun, options: PageOptions): Promise<string> {
  return runHtml(scenario, system, trace, options);
}

async function outlined(picture: Picture): Promise<Picture> {
  return outlineText(picture, await loadShapes(picture));
}
