import { seededRandom } from "../lib/random.ts";
import type { System } from "../model/chapter.ts";
import type { Distribution } from "../model/distribution.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { compileTotal, type TotalFormula } from "./compile-total.ts";
import type { Draft } from "./draft.ts";
import { listVariants } from "./list-variants.ts";
import type { Range } from "./plan-time.ts";
import { simulateParts } from "./simulate.ts";

/** How many samples are drawn between two reports of progress. */
const chunk = 10_000;
const binCount = 40;
/** The 99th percentile of the standard normal distribution. */
const normal99 = 2.3263478740408408;

interface Variant {
  /** The share of samples up to and including this variant, 0…1. */
  readonly upTo: number;
  readonly failed: boolean;
  readonly slow: boolean;
  readonly open: boolean;
  readonly formula: TotalFormula;
  readonly ranges: readonly Range[];
}

/**
 * Draws `samples` runs and returns how long the client waits in them, in milliseconds. Every stated range is one draw:
 * uniform and independent, log-normal where percentiles are given; forks that nobody chose go by their chances, partial
 * faults by their share. Seeded by `run.seed`: the same run gives the same samples. `onChunk` is told how many are done
 * and may return false to stop early.
 */
export function sampleRun(
  scenario: Scenario,
  system: System,
  run: Run,
  samples: number,
  onChunk?: (done: number) => boolean | undefined,
): Distribution {
  const variants = makeVariants(scenario, system, run);
  const random = seededRandom(run.seed);
  const wanted = Math.max(0, Math.floor(Number.isFinite(samples) ? samples : 0));
  const drawn = new Float64Array(wanted);
  let failed = 0;
  let slow = 0;
  let done = 0;
  const only = variants.length === 1;
  while (done < wanted) {
    const until = Math.min(wanted, done + chunk);
    for (; done < until; done++) {
      const variant = only ? variants[0] : pickVariant(variants, random());
      if (variant === undefined) continue;
      drawRanges(variant, random);
      drawn[done] = variant.formula.getTotal();
      if (variant.failed) failed++;
      else if (variant.slow) slow++;
    }
    if (onChunk?.(done) === false) break;
  }
  const sorted = drawn.subarray(0, done).toSorted();
  const at = (part: number) => getPercentile(sorted, part);
  return {
    samples: done,
    p5: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed: done === 0 ? 0 : failed / done,
    slow: done === 0 ? 0 : slow / done,
    bins: makeBins(sorted),
    sorted,
    open: variants.some((variant) => variant.open),
  };
}

function makeVariants(scenario: Scenario, system: System, run: Run): Variant[] {
  let upTo = 0;
  return listVariants(scenario, system, run).map(({ run: each, chance }) => {
    const { state, plan, most } = simulateParts(scenario, system, each);
    const formula = compileTotal(plan, most.cut);
    upTo += chance;
    return {
      upTo,
      failed: state.brokeAt !== undefined,
      slow: state.drafts.some(isDelayed),
      open: formula.used.some((range) => plan.ranges[range]?.most === Number.POSITIVE_INFINITY),
      formula,
      ranges: plan.ranges,
    };
  });
}

/** Nobody waits for async work, so its being slow delays no answer. */
function isDelayed({ aside, bites }: Draft): boolean {
  return !aside && bites.some(({ effect }) => effect === "slows" || effect === "reroutes");
}

function pickVariant(variants: readonly Variant[], at: number): Variant | undefined {
  for (const variant of variants) if (at < variant.upTo) return variant;
  return variants.at(-1);
}

/** One draw for every range that counts; an unknown upper end counts with its least. */
function drawRanges({ formula, ranges }: Variant, random: () => number): void {
  const { values } = formula;
  for (const at of formula.used) {
    const range = ranges[at];
    if (range === undefined) continue;
    const { least, most, percentiles } = range;
    if (most === Number.POSITIVE_INFINITY) values[at] = least;
    else if (percentiles !== undefined && percentiles.p50 > 0) values[at] = drawLogNormal(percentiles, random);
    else values[at] = least + (most - least) * random();
  }
}

function drawLogNormal({ p50, p99 }: { p50: number; p99: number }, random: () => number): number {
  const sigma = Math.log(p99 / p50) / normal99;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return p50 * Math.exp(sigma * normal);
}

/** Nearest rank. */
function getPercentile(sorted: Float64Array, part: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? 0;
}

function makeBins(sorted: Float64Array): Distribution["bins"] {
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return [];
  if (least === most) return [{ from: least, until: most, count: sorted.length }];
  const width = (most - least) / binCount;
  const counts = new Array<number>(binCount).fill(0);
  for (const value of sorted) {
    const bin = Math.min(binCount - 1, Math.floor((value - least) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ from: least + i * width, until: least + (i + 1) * width, count }));
}
