import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { type ContactSheet, makeContactSheet } from "./contact-sheet.ts";
import { type PageOptions, runHtml } from "./html/run-html.ts";
import { loadShapes, outlineText } from "./svg/outline-text.ts";
import { type Picture, type PictureOptions, runSvg } from "./svg/run-svg.ts";

/** What is drawn. */
export interface DrawnRun {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
}

/** The run as a picture: its text as shapes that need no font, or left as text. */
export async function drawPicture(
  { scenario, system, trace }: DrawnRun,
  options: PictureOptions & { readonly liveText?: boolean },
): Promise<Picture> {
  const picture = runSvg(scenario, system, trace, options);
  return options.liveText ? picture : outlined(picture);
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
