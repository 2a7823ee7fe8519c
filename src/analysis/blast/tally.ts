import { type Outcome, outcomes } from "../../model/verdict.ts";
import type { BlastCell, Tally } from "./blast.ts";

const fromWorst = [...outcomes].reverse();

export function tallyCells(cells: readonly BlastCell[]): Tally {
  const tally: Record<Outcome, number> = { ok: 0, slow: 0, degraded: 0, partial: 0, failed: 0 };
  for (const { outcome } of cells) tally[outcome] += 1;
  return tally;
}

/**
 * Orders by harm, the most first: more failed counts before everything else, then more partial, degraded, slow.
 * No weights are made up: one failure outweighs any number of delays.
 */
export function compareHarm(a: Tally, b: Tally): number {
  for (const outcome of fromWorst) {
    if (outcome !== "ok" && a[outcome] !== b[outcome]) return b[outcome] - a[outcome];
  }
  return 0;
}

/** Those that are hit worst: one, or several that are equal; none when nothing is hit at all. */
export function findMostHurt<Item extends { readonly tally: Tally }>(items: readonly Item[]): readonly Item[] {
  const [worst] = [...items].sort((a, b) => compareHarm(a.tally, b.tally));
  if (worst === undefined || fromWorst.every((outcome) => outcome === "ok" || worst.tally[outcome] === 0)) return [];
  return items.filter((item) => compareHarm(item.tally, worst.tally) === 0);
}

/** `3 failed, 1 slow`: what a row or column holds, the worst first; `all ok` when nothing does harm. */
export function sayTally(tally: Tally): string {
  const parts = fromWorst.filter((outcome) => outcome !== "ok" && tally[outcome] > 0);
  return parts.length === 0 ? "all ok" : parts.map((outcome) => `${tally[outcome]} ${outcome}`).join(", ");
}

export function isWorse(a: Outcome, b: Outcome): boolean {
  return outcomes.indexOf(a) > outcomes.indexOf(b);
}
