import type { Blast, BlastPair, Tally } from "../analysis/blast/blast.ts";
import { sayLimits } from "../analysis/blast/say-limits.ts";
import { compareHarm, findMostHurt, sayTally, tallyCells } from "../analysis/blast/tally.ts";
import type { System } from "../model/chapter.ts";
import type { FaultId } from "../model/ids.ts";
import type { Outcome } from "../model/verdict.ts";
import type { BlastView } from "./state.ts";

export interface BlastRowCell {
  readonly outcome: Outcome;
  readonly hop?: number;
  /** Of a pair: the two together end worse than each alone. */
  readonly worse?: boolean;
}

/** A failure or a pair of them, against every scenario in the library's order. */
export interface BlastRow {
  readonly id: string;
  readonly faults: readonly FaultId[];
  readonly title: string;
  readonly tally: Tally;
  /** `3 failed, 1 slow`. */
  readonly said: string;
  readonly cells: readonly BlastRowCell[];
  /** In how many of them two failures end worse than each alone. */
  readonly worse: number;
}

/** A row per failure, in the library's order. */
export function listRows(blast: Blast): readonly BlastRow[] {
  const across = blast.scenarios.length;
  return blast.faults.map(({ id, title, tally }, at) => ({
    id,
    faults: [id],
    title,
    tally,
    said: sayTally(tally),
    cells: blast.cells.slice(at * across, (at + 1) * across),
    worse: 0,
  }));
}

/** A row per pair, in the library's order, a row at a time, for whoever must not wait for all of them. */
export function* pairRowSteps(blast: Blast, pairs: readonly BlastPair[]): Generator<undefined, readonly BlastRow[]> {
  const rows: BlastRow[] = [];
  const titles = new Map(blast.faults.map(({ id, title }) => [id, title]));
  const perScenario = (blast.faults.length * (blast.faults.length - 1)) / 2;
  for (const [at, { faults }] of pairs.slice(0, perScenario).entries()) {
    const cells = blast.scenarios.map((_, s): BlastRowCell & { readonly scenario: string; readonly fault: string } => {
      const pair = pairs[s * perScenario + at];
      const outcome = pair?.outcome ?? "ok";
      return { fault: faults[0], scenario: pair?.scenario ?? "", outcome, worse: pair?.worseThanEither ?? false };
    });
    const tally = tallyCells(cells);
    rows.push({
      id: faults.join(","),
      faults,
      title: faults.map((id) => titles.get(id) ?? id).join(" + "),
      tally,
      said: sayTally(tally),
      cells,
      worse: cells.filter(({ worse }) => worse).length,
    });
    yield;
  }
  return rows;
}

/** The rows that a reader asked to see, in the order they asked for; sorting is stable. */
export function arrangeRows(
  rows: readonly BlastRow[],
  system: System,
  { sort, only, layer }: BlastView,
  text: string,
): readonly BlastRow[] {
  const layerOf = new Map(system.faults.map((fault) => [fault.id, fault.layer]));
  const wanted = text.trim().toLowerCase();
  const kept = rows.filter(
    (row) =>
      (only === undefined || (only === "worse" ? row.worse > 0 : row.tally[only] > 0)) &&
      (layer === undefined || row.faults.some((id) => layerOf.get(id) === layer)) &&
      (wanted === "" || row.title.toLowerCase().includes(wanted)),
  );
  if (sort === "order") return kept;
  if (sort === "name") return kept.toSorted((a, b) => a.title.localeCompare(b.title));
  return kept.toSorted((a, b) => b.worse - a.worse || compareHarm(a.tally, b.tally));
}

/** The view as far as this library can show it, with a sentence for each part that is left out. */
export function fitBlastView(
  view: BlastView,
  system: System,
): { readonly view: BlastView; readonly dropped: readonly string[] } {
  const { only, layer, ...rest } = view;
  const dropped: string[] = [];
  const isAlone = only === "worse" && !view.pairs;
  if (isAlone) dropped.push("Only pairs can be worse together than alone, and the link does not ask for pairs.");
  const isUnknown = layer !== undefined && system.layers.every(({ id }) => id !== layer);
  if (isUnknown) dropped.push(`The link asks for the layer “${layer}”, which this library does not have.`);
  if (dropped.length === 0) return { view, dropped };
  return {
    view: {
      ...rest,
      ...(only === undefined || isAlone ? {} : { only }),
      ...(layer === undefined || isUnknown ? {} : { layer }),
    },
    dropped,
  };
}

export interface Tallied {
  readonly title: string;
  readonly tally: Tally;
}

/** Those hit worst, ties included; none when nothing is hit at all. */
export function findWorst<Item extends Tallied>(items: readonly Item[]): readonly Item[] {
  return findMostHurt(items);
}

/** Why some of it is all ok, each in a sentence. */
export function sayLimitsOf(blast: Blast): readonly string[] {
  return sayLimits(blast);
}

export function sayTallyOf({ tally }: Tallied): string {
  return sayTally(tally);
}
