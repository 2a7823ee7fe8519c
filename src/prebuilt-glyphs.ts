import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype, { type Font, type Glyph } from "opentype.js";
import type { Plugin } from "vite";
import type { GlyphShapes } from "./export/svg/outline-text.ts";

const prefix = "virtual:hopwise-glyphs/";

/** The shipped family's static faces, whole: the web fonts' subsets lack arrows and signs. */
const faces = {
  400: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  600: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

/** First and last code points. What most chapters are written in is one part, the other alphabets are another. */
const parts: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  latin: [
    [0x20, 0x17f],
    [0x2000, 0x22ff],
    [0x25a0, 0x27bf],
  ],
  others: [
    [0x180, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1fff],
  ],
};

/** The shapes of Inter's letters as data, read from the font when the page or the command is built. */
export function prebuiltGlyphs(): Plugin {
  return {
    name: "hopwise-prebuilt-glyphs",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(resolved) {
      const part = resolved.startsWith(`\0${prefix}`) ? parts[resolved.slice(prefix.length + 1)] : undefined;
      if (!part) return undefined;
      const shapes: GlyphShapes = { 400: readShapes(faces[400], part), 600: readShapes(faces[600], part) };
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(shapes))});`;
    },
  };
}

function readShapes(face: string, part: readonly (readonly [number, number])[]): GlyphShapes[400] {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(face));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const shapes: Record<string, readonly [number, string]> = {};
  for (const [first, last] of part) {
    for (let code = first; code <= last; code += 1) {
      const sign = String.fromCodePoint(code);
      if (font.hasChar(sign)) shapes[sign] = printShape(font, font.charToGlyph(sign));
    }
  }
  return shapes;
}

/** Advance and outline in thousandths of the size, y downwards, as steps from point to point: these pack best. */
function printShape(font: Font, glyph: Glyph): readonly [number, string] {
  const round = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  let [x, y, d] = [0, 0, ""];
  let start = { x, y };
  const add = (letter: string, ...numbers: readonly number[]): void => {
    d += letter + numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${value}` : `${value}`)).join("");
  };
  for (const command of glyph.path.commands) {
    if (command.type === "Z") {
      d += "z";
      ({ x, y } = start);
      continue;
    }
    const to = { x: round(command.x), y: round(-command.y) };
    switch (command.type) {
      case "M":
        add("M", to.x, to.y);
        start = to;
        break;
      case "L":
        if (to.y === y) add("h", to.x - x);
        else if (to.x === x) add("v", to.y - y);
        else add("l", to.x - x, to.y - y);
        break;
      case "Q":
        add("q", round(command.x1) - x, round(-command.y1) - y, to.x - x, to.y - y);
        break;
      case "C":
        throw new Error("A TrueType font has no cubic curves.");
    }
    ({ x, y } = to);
  }
  return [round(glyph.advanceWidth ?? 0), d];
}
