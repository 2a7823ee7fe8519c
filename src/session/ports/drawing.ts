import type { Working } from "./text-tools.ts";

/** What can be drawn: export/drawings.ts. */
type Module = typeof import("../../export/drawings.ts");
export type Drawings = { readonly [D in keyof Module]: Module[D] };
export type Drawn<D extends keyof Drawings> = Awaited<ReturnType<Drawings[D]>>;

/** Draws runs apart from the page, which is never held up. Rejects when a drawing's parts could not be loaded. */
export interface Drawing {
  draw<D extends keyof Drawings>(what: D, ...how: Parameters<Drawings[D]>): Working<Drawn<D>>;
}
