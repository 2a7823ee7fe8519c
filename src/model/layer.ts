import type { LayerId } from "./ids.ts";

export const layerKinds = [
  "client",
  "dns",
  "edge",
  "gateway",
  "service",
  "store",
  "queue",
  "worker",
  "node",
  "network",
] as const;
export type LayerKind = (typeof layerKinds)[number];

/** A part of the system that can fail: on a lifeline (`@layer`) or between lifelines (`@via`). */
export interface Layer {
  readonly id: LayerId;
  readonly name: string;
  readonly kind?: LayerKind;
  /** True when no author named it: it was made for a participant or a table's row. */
  readonly inferred?: boolean;
  readonly file: string;
  readonly line: number;
}

/** Nodes and networks hand a failure on without an answer of their own; every other lifeline answers its caller. */
export function passesOn(kind: LayerKind | undefined): boolean {
  return kind === "node" || kind === "network";
}
