import { transfer } from "comlink";
import type { Drawing } from "../session/ports/drawing.ts";
import { type Drawer, drawApart } from "./draw-apart.ts";

/** More pixels than these no browser draws on one canvas, and few programs open. */
const mostPixels = 2 ** 28;
/** So many are painted within a frame or two. */
const atOnce = 2 ** 20;

/**
 * Paints a picture slice by slice, since SVG is decoded in pages alone; between two slices the page has its turn. It is
 * drawn and written in a worker.
 */
export const paintSlices: Drawing["paint"] = (run, options, scale, onProgress) =>
  drawApart(async (drawer) => {
    const { width, height, slices } = await drawer.drawSlices(run, options, atOnce / scale ** 2);
    const across = Math.round(width * scale);
    if (across * height * scale > mostPixels) return { kind: "tooLarge" };
    await drawer.beginPng(across, height * scale);
    // One slice is written while the next is painted.
    let written: Promise<void> | undefined;
    for (const [at, slice] of slices.entries()) {
      const pixels = await paint(slice.svg, across, slice.height * scale);
      if (!pixels) return { kind: "tooLarge" };
      await written;
      written = drawer.addRows(transfer(pixels, [pixels.buffer]));
      onProgress?.((at + 1) / slices.length);
    }
    await written;
    return { kind: "png", bytes: await end(drawer) };
  });

async function end(drawer: Drawer): Promise<Uint8Array> {
  const bytes = await drawer.endPng();
  if (!bytes) throw new Error("The PNG was not begun.");
  return bytes;
}

/** Undefined when the browser has no room for it. The picture has no scripts, and what an image loads is cut off from the page and the network. */
async function paint(svg: string, width: number, height: number): Promise<Uint8ClampedArray | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  try {
    await image.decode();
    context?.drawImage(image, 0, 0, width, height);
    return context?.getImageData(0, 0, width, height).data;
  } catch {
    return undefined;
  }
}
