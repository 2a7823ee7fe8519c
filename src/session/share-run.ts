import { type ContactSheet, makeContactSheet } from "../export/contact-sheet.ts";
import { type PageOptions, runHtml } from "../export/html/run-html.ts";
import { runMarkdown } from "../export/markdown/run-markdown.ts";
import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { loadShapes, outlineText } from "../export/svg/outline-text.ts";
import { type Picture, type PictureOptions, runSvg } from "../export/svg/run-svg.ts";
import { traceCsv } from "../export/trace-csv.ts";
import type { Trace } from "../model/trace.ts";
import type { Playable } from "./results.ts";

export interface SharedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export const textForms = ["markdown", "mermaid", "csv"] as const;
export type TextForm = (typeof textForms)[number];

/** The run as text, with the name and type of its file. */
export function shareText(form: TextForm, { scenario, system }: Playable, trace: Trace, address?: string): SharedFile {
  switch (form) {
    case "markdown":
      return {
        name: `${scenario.id}.md`,
        type: "text/markdown",
        content: runMarkdown(scenario, system, trace, address),
      };
    case "mermaid":
      return { name: `${scenario.id}.mmd`, type: "text/plain", content: runMermaid(scenario, system, trace) };
    case "csv":
      return { name: `${scenario.id}.csv`, type: "text/csv", content: traceCsv(scenario, system, trace) };
  }
}

/** The run as a picture: its text as shapes that need no font, or left as text. */
export async function sharePicture(
  { scenario, system }: Playable,
  trace: Trace,
  options: PictureOptions & { readonly liveText?: boolean },
): Promise<Picture> {
  const picture = runSvg(scenario, system, trace, options);
  return options.liveText ? picture : outlineText(picture, await loadShapes(picture));
}

/** The run as a contact sheet for paper, its pictures' text as shapes. */
export async function shareSheet({ scenario, system }: Playable, trace: Trace): Promise<ContactSheet> {
  const sheet = makeContactSheet(scenario, system, trace);
  const outline = async (picture: Picture) => outlineText(picture, await loadShapes(picture));
  return {
    ...sheet,
    frames: await Promise.all(sheet.frames.map(async (frame) => ({ ...frame, picture: await outline(frame.picture) }))),
    waterfall: await outline(sheet.waterfall),
  };
}

/** The run as one HTML file that plays without a network, opened at a message (its index in the trace). */
export async function sharePage(
  { scenario, system }: Playable,
  trace: Trace,
  options: PageOptions,
): Promise<SharedFile> {
  const content = await runHtml(scenario, system, trace, options);
  return { name: `${scenario.id}.html`, type: "text/html", content };
}
