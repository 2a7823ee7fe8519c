import { fontFamily } from "./draw-text.ts";
import type { Piece } from "./piece.ts";
import { element, round } from "./svg-element.ts";

export interface Picture {
  /** A whole SVG document. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What stands one under the other in a drawing: the title, the heads, the stage, the waterfall. */
export interface Floor {
  /** Where it begins; its pieces count from there. */
  readonly top: number;
  readonly pieces: readonly Piece[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The document's title and description, written. */
  readonly names: string;
  readonly surface: string;
  readonly floors: readonly Floor[];
}

export function writePicture(drawing: Drawing): Picture {
  return sliceDrawing(drawing, 0, drawing.height);
}

/** As much of a drawing as stands between two heights, px: a document of its own, with the pieces that reach into it. */
export function sliceDrawing(
  { width, height: whole, names, surface, floors }: Drawing,
  y0: number,
  y1: number,
): Picture {
  const height = y1 - y0;
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 ${y0} ${width} ${height}`,
    role: "img",
    "font-family": fontFamily,
    "font-size": 12,
  };
  const parts = [
    names,
    element("rect", { width, height: whole, fill: surface }),
    ...floors.map(({ top, pieces }) => {
      const inside = pieces.filter((one) => top + one.y1 > y0 && top + one.y0 < y1).map(({ text }) => text);
      if (inside.length === 0 || top === 0) return inside.join("\n");
      return element("g", { transform: `translate(0 ${round(top)})` }, inside.join("\n"));
    }),
  ];
  return { svg: `${element("svg", root, parts.filter(Boolean).join("\n"))}\n`, width, height };
}
