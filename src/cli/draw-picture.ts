import { type GlyphShapes, loadShapes, missingSigns, outlineText } from "../export/svg/outline-text.ts";
import type { Picture } from "../export/svg/picture.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** More pixels than this would need gigabytes to draw. */
const mostPixels = 200_000_000;

/** An SVG whose text is shapes. What Inter has no shape for is said, and stays text. */
export async function drawSvg(picture: Picture, terminal: Terminal): Promise<string> {
  return outlineText(picture, await findShapes(picture, terminal)).svg;
}

/**
 * A picture as PNG, `scale` device pixels for each of its own. Its text is shapes, so no font is needed; for letters that
 * Inter does not have, the fonts of this machine are looked through, and what none of them has is left out.
 * Throws UsageError when the picture is too large, or there is no rasterizer for this machine.
 */
export async function drawPng(picture: Picture, scale: number, terminal: Terminal): Promise<Uint8Array> {
  const { width, height } = picture;
  if (width * height * scale * scale > mostPixels) {
    const size = `${Math.round(width * scale)} × ${Math.round(height * scale)} pixels`;
    throw new UsageError(`A PNG of ${size} is too large; try a smaller --scale, one --hop, or --as svg.`);
  }
  const shapes = await findShapes(picture, terminal);
  // Loaded here: no other command needs it.
  const { Resvg } = await import("@resvg/resvg-js").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`PNG needs the package @resvg/resvg-js, which does not load here (${reason}); --as svg does.`);
  });
  const drawn = new Resvg(outlineText(picture, shapes).svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: missingSigns(picture, shapes) !== "" },
  });
  return drawn.render().asPng();
}

async function findShapes(picture: Picture, terminal: Terminal): Promise<readonly GlyphShapes[]> {
  const shapes = await loadShapes(picture);
  const missing = Array.from(missingSigns(picture, shapes));
  if (missing.length > 0) {
    const shown = missing.slice(0, 12).join("") + (missing.length > 12 ? "…" : "");
    terminal.complain(
      `Inter has no shape for ${shown}: such lines are drawn in a font of the machine, if it has one.\n`,
    );
  }
  return shapes;
}
