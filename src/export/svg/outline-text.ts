import type { Weight } from "./glyph-widths.ts";
import type { Picture } from "./picture.ts";
import { element, round } from "./svg-element.ts";

/** By letter: its advance, and its outline from its baseline's left end, both in thousandths of the font's size. */
export type GlyphShapes = Readonly<Record<Weight, Readonly<Record<string, readonly [advance: number, d: string]>>>>;

/** Letters beyond those that most chapters are written in; a part of their own. */
const others = /[\u0180-\u024f\u0370-\u052f\u1e00-\u1fff]/;

/** The shapes that a picture needs. They are far larger than the code that draws, so they come when asked for. */
export async function loadShapes({ svg }: Picture): Promise<readonly GlyphShapes[]> {
  const latin = (await import("virtual:hopwise-glyphs/latin")).default;
  return others.test(svg) ? [latin, (await import("virtual:hopwise-glyphs/others")).default] : [latin];
}

/**
 * The picture with its text as shapes: it looks the same in every program, with or without the font. A line with a
 * letter that Inter does not have stays text, in a font of the reader's. What the shapes say stands in `aria-label`.
 */
export function outlineText(picture: Picture, shapes: readonly GlyphShapes[]): Picture {
  const used = new Map<string, string>();
  const svg = picture.svg.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (text, written: string, inside: string) => {
    const line = readLine(written, inside);
    return drawLine(line, shapes, used) ?? text;
  });
  if (used.size === 0) return picture;
  const defs = element("defs", {}, ...[...used].map(([id, d]) => element("path", { id, d })));
  const open = svg.indexOf(">") + 1;
  const root = svg.slice(0, open).replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ');
  return { ...picture, svg: `${root}${defs}${svg.slice(open)}` };
}

/** The signs of a picture's text that have no shape here, each once; the lines with them stay text. */
export function missingSigns({ svg }: Picture, shapes: readonly GlyphShapes[]): string {
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, inside = ""]) => unescapeXml(inside));
  return [...new Set(texts.join(""))].filter((sign) => shapes.every((part) => part[400][sign] === undefined)).join("");
}

interface Line {
  readonly text: string;
  readonly at: ReadonlyMap<string, string>;
}

/** Of our own writing (`drawText`), so its form is known. */
function readLine(written: string, inside: string): Line {
  const at = new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
  return { text: unescapeXml(inside), at };
}

function drawLine({ text, at }: Line, shapes: readonly GlyphShapes[], used: Map<string, string>): string | undefined {
  const weight: Weight = at.get("font-weight") === "600" ? 600 : 400;
  const size = Number(at.get("font-size") ?? 12);
  const letters: string[] = [];
  let width = 0;
  for (const sign of text) {
    const [advance, d] = shapes.map((part) => part[weight][sign]).find((shape) => shape !== undefined) ?? [];
    if (advance === undefined || d === undefined) return undefined;
    if (d !== "") {
      const id = `${weight === 600 ? "b" : "r"}${sign.codePointAt(0)?.toString(16)}`;
      used.set(id, d);
      letters.push(element("use", { "xlink:href": `#${id}`, x: width === 0 ? undefined : width }));
    }
    width += advance;
  }
  // Widths of letters that the layout had to guess: what comes out wider than the room it was given is drawn narrower.
  const room = Number(at.get("textLength") ?? Number.POSITIVE_INFINITY);
  const whole = Math.min((width * size) / 1000, room);
  const anchor = at.get("text-anchor");
  const x = Number(at.get("x")) - (anchor === "middle" ? whole / 2 : anchor === "end" ? whole : 0);
  const struck = at.has("text-decoration") ? element("rect", { y: -300, width, height: 60 }) : "";
  const fill = unescapeXml(at.get("fill") ?? "");
  const narrow = Math.round((whole / width) * 1e6) / 1e6;
  const scale = width === 0 || Math.abs(narrow - size / 1000) < 1e-5 ? `${size / 1000}` : `${narrow} ${size / 1000}`;
  const transform = `translate(${round(x)} ${round(Number(at.get("y")))}) scale(${scale})`;
  return element("g", { "aria-label": text, fill, transform }, ...letters, struck);
}

/** Reverse of `escapeXml`. */
function unescapeXml(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
