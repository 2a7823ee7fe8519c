import type { MeasureText } from "../../scene/measure-text.ts";
import { type Weight, widthOf } from "./glyph-widths.ts";
import { element, escapeXml } from "./svg-element.ts";

/** Inter where it is there, else what the system writes its own windows in. */
export const fontFamily = "Inter, 'Inter Variable', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** The stage's three hands in the two weights that pictures use. */
export const measurePicture: MeasureText = (text, font) =>
  font === "head" ? widthOf(text, 12, 600) : widthOf(text, font === "small" ? 11 : 12, 400);

export interface TextLine {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly italic?: boolean;
  readonly struck?: boolean;
  /** The most it may take, px; longer text is cut short with an ellipsis. */
  readonly room?: number;
}

/**
 * One line of text. It states its own length, so that another font than ours fills the same room and nothing runs over.
 */
export function drawText(text: string, line: TextLine): string {
  const { x, y, size = 12, weight = 400, fill, anchor, italic, struck, room } = line;
  const shown = room === undefined ? text : cutShort(text, size, weight, room);
  if (shown.trim() === "") return "";
  return element(
    "text",
    {
      x,
      y,
      "font-size": size === 12 ? undefined : size,
      "font-weight": weight === 400 ? undefined : weight,
      "font-style": italic === true ? "italic" : undefined,
      "text-decoration": struck === true ? "line-through" : undefined,
      "text-anchor": anchor === "start" ? undefined : anchor,
      fill,
      textLength: widthOf(shown, size, weight),
      lengthAdjust: "spacingAndGlyphs",
    },
    escapeXml(shown),
  );
}

/** The text, or as much of it as fits, with an ellipsis. */
export function cutShort(text: string, size: number, weight: Weight, room: number): string {
  if (widthOf(text, size, weight) <= room) return text;
  const letters = Array.from(text);
  let least = 0;
  let most = letters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (widthOf(`${letters.slice(0, middle).join("").trimEnd()}…`, size, weight) <= room) least = middle;
    else most = middle - 1;
  }
  return `${letters.slice(0, least).join("").trimEnd()}…`;
}
