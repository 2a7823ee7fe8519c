import type { FaultId } from "../../model/ids.ts";
import type { Explained } from "./contradictions.ts";
import { isBad, type Observation } from "./observation.ts";
import { type Fit, fitOf, type Weight } from "./weigh.ts";

/** One failure or a pair, with the weight of each observation under it, in the observations' order. */
export interface Hypothesis {
  readonly faults: readonly FaultId[];
  readonly weights: readonly Weight[];
}

export interface Ranked extends Hypothesis {
  /** Its share of the likelihood of all suspects, 0…1: how the suspects compare, not how sure one can be. */
  readonly score: number;
  readonly fits: readonly Fit[];
}

export interface Ranking {
  /** Most likely first; equal ones in the order of the library, single failures before pairs. */
  readonly suspects: readonly Ranked[];
  /** Single failures that an observation contradicts. Their score is 0. */
  readonly ruledOut: readonly Ranked[];
  /** Observations that nothing here explains or allows, by index. */
  readonly unexplained: readonly number[];
  /** What went wrong that something allows and nothing is said to show, by index. */
  readonly vague: readonly number[];
  /** Observations that each have an explanation and together have none, by index. */
  readonly conflicts: readonly (readonly [number, number])[];
  /** False when no suspect is left that nothing contradicts: those listed explain a part of what was seen. */
  readonly complete: boolean;
}

/** Whether it accounts for everything that was seen. */
export function explainsAll({ weights }: Hypothesis): boolean {
  return weights.every((weight) => fitOf(weight) === "explains");
}

/** Logarithm of the product of its likelihoods; before anything was seen, all are equally likely. */
export function logLikelihood({ weights }: Hypothesis): number {
  return weights.reduce((sum, { likelihood }) => sum + Math.log(likelihood), 0);
}

export function rankSuspects(
  singles: readonly Hypothesis[],
  pairs: readonly Hypothesis[],
  observations: readonly Observation[],
  explained: Explained,
): Ranking {
  const all = [...singles, ...pairs];
  const stands = (one: Hypothesis) => one.weights.every((weight) => fitOf(weight) !== "contradicts");
  const standing = all.filter(stands);
  const complete = standing.length > 0;
  // Where nothing explains everything, whatever explains a part of what went wrong is still worth a look.
  const kept = complete
    ? standing
    : all.filter((one) => observations.some((each, at) => isBad(each) && fitAt(one, at) === "explains"));
  const suspects = share(kept);
  const listed = new Set(kept);
  return {
    suspects,
    ruledOut: singles
      .filter((one) => !listed.has(one))
      .map((one) => ({ ...one, score: 0, fits: one.weights.map(fitOf) })),
    unexplained: observations.flatMap((_, at) => (explained.allowed(at) ? [] : [at])),
    vague: observations.flatMap((each, at) =>
      isBad(each) && explained.allowed(at) && !explained.explained(at) ? [at] : [],
    ),
    conflicts: explained.contradictions(),
    complete,
  };
}

function share(kept: readonly Hypothesis[]): readonly Ranked[] {
  const logs = kept.map(logLikelihood);
  const most = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  const ranked = kept.map((one, at): Ranked & { readonly often: number } => ({
    ...one,
    score: (parts[at] ?? 0) / sum,
    fits: one.weights.map(fitOf),
    // Of equally likely ones, what happens by the more frequent ways stands first; the score stays the same.
    often: one.weights.reduce((product, { way }) => product * (way?.chance ?? 1), 1),
  }));
  const near = 1e-9;
  ranked.sort((a, b) => (Math.abs(a.score - b.score) > near ? b.score - a.score : b.often - a.often));
  return ranked.map(({ often: _, ...rest }) => rest);
}

function fitAt(one: Hypothesis, at: number): Fit {
  const weight = one.weights[at];
  return weight === undefined ? "allows" : fitOf(weight);
}
