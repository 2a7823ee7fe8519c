import type { Working } from "./working.ts";

/** What can be drawn: export/drawings.ts. */
type Module = typeof import("../../export/drawings.ts");
export type Drawings = { readonly [D in keyof Module]: Module[D] };
export type Drawn<D extends keyof Drawings> = Awaited<ReturnType<Drawings[D]>>;
type SliceOf = Parameters<Drawings["drawSlices"]>;

/** A picture in pixels, or why there is none: it is larger than a browser draws. */
export type Painted = { readonly kind: "png"; readonly bytes: Uint8Array } | { readonly kind: "tooLarge" };

/** Draws runs apart from the page, which is never held up. Rejects when a drawing's parts could not be loaded. */
export interface Drawing {
  draw<D extends keyof Drawings>(what: D, ...how: Parameters<Drawings[D]>): Working<Drawn<D>>;
  /** As PNG, `scale` device pixels for each of the picture's. `onProgress` is told the share done, 0…1. */
  paint(run: SliceOf[0], options: SliceOf[1], scale: number, onProgress?: (share: number) => void): Working<Painted>;
}
