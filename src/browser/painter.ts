import type { Painter } from "../session/ports/painter.ts";

/** Draws on a canvas. The picture has no scripts, and what an image loads is cut off from the page and the network. */
export function createPainter(): Painter {
  return {
    async paint(svg, width, height, scale) {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      try {
        await image.decode();
      } catch {
        return undefined;
      }
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
      return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
    },
  };
}
