import type { Interval } from "../../lib/interval.ts";
import type { Seen, Sight } from "./seen.ts";
import type { Symptom, Way } from "./symptom.ts";

/** How often what is seen is not what happens: a slip of the observer, or of the chapter. */
export const slip = 0.02;
/** From here on a failure explains what was seen, */
export const explainsFrom = 0.5;
/** and below, it contradicts it. */
export const contradictsBelow = 0.1;

const works: Sight = { kind: "works" };
const fails: Sight = { kind: "fails" };

export interface Weight {
  /** 0…1: 1 when what was seen is just what the failure does. */
  readonly likelihood: number;
  /** The way that fits best. */
  readonly way: Way | undefined;
}

/** How one observation stands to a suspect. */
export type Fit = "explains" | "allows" | "contradicts";

export function fitOf({ likelihood }: Weight): Fit {
  return likelihood >= explainsFrom ? "explains" : likelihood < contradictsBelow ? "contradicts" : "allows";
}

/**
 * How likely a sight is under some failures. Which way a request went is not known, so the way that fits best counts
 * (a profile likelihood): a failure that can show this is never behind one that shows it always. “Now and then” asks
 * for a way that fits and another that does not; “always” for the mean over all ways.
 */
export function weighSeen(seen: Seen, ways: readonly Way[], known: ReadonlySet<string>): Weight {
  let best: Way | undefined;
  let most = 0;
  let mean = 0;
  let total = 0;
  for (const way of ways) {
    const fit = matchSeen(seen, way.symptom, known);
    mean += fit * way.chance;
    total += way.chance;
    if (fit > most) [most, best] = [fit, way];
  }
  if (seen.often === "always") return { likelihood: Math.max(slip, total > 0 ? mean / total : 0), way: best };
  if (seen.often === "sometimes" && best !== undefined && !(best.symptom.saysSometimes && most === 1)) {
    const other = seen.sight.kind === "works" ? fails : works;
    const else_ = Math.max(contradictsBelow, ...ways.map(({ symptom }) => matchSight(other, symptom)));
    return { likelihood: Math.max(slip, most * else_), way: best };
  }
  return { likelihood: Math.max(slip, most), way: best };
}

/** How likely it is that a run with this symptom is described so: 1 for just this, `slip` for something else. */
export function matchSeen(seen: Seen, symptom: Symptom, known: ReadonlySet<string>): number {
  // The chapter's own words, or part of them, are the surest description there is.
  const verbatim = seen.stems.length > 0 && seen.stems.every((one) => symptom.says.has(one));
  const inTime = matchWait(seen.waited, symptom.waited);
  if (verbatim && symptom.outcome !== "ok") return Math.max(slip, inTime);
  const detail = seen.sight.kind === "words" ? seen.detail : seen.detail.filter((one) => known.has(one));
  const cover = detail.filter((one) => symptom.says.has(one)).length / Math.max(1, detail.length);
  if (seen.sight.kind === "words") return symptom.outcome === "ok" ? slip : Math.max(slip, cover * inTime);
  const inWords = detail.length === 0 || symptom.outcome === "ok" ? 1 : 0.3 + 0.7 * cover;
  return Math.max(slip, matchSight(seen.sight, symptom) * inWords * inTime);
}

/** Statuses of which each may stand for any failure that an answering server ran into. */
const general = [500, 502, 503, 504];

/** Statuses that gateways give where a chapter says only how it failed. */
const usual = { silent: [408, 504, 522, 524], unresolved: [523, 530], refused: [502, 503, 521] };

function matchSight(sight: Sight, symptom: Symptom): number {
  const { outcome, status, silent, unresolved } = symptom;
  const failed = outcome === "failed";
  switch (sight.kind) {
    case "works":
      return { ok: 1, degraded: 0.5, slow: 0.3, failed: slip }[outcome];
    case "fails":
      return { ok: slip, slow: 0.05, degraded: 0.2, failed: 1 }[outcome];
    case "slow":
      return { ok: slip, slow: 1, degraded: 0.15, failed: silent ? 0.3 : slip }[outcome];
    case "incomplete":
      return { ok: slip, slow: 0.05, degraded: 1, failed: 0.1 }[outcome];
    case "timesOut":
      if (!failed) return outcome === "slow" ? 0.3 : slip;
      if (silent || (status !== undefined && usual.silent.includes(status))) return 1;
      return status === undefined ? 0.2 : slip;
    case "unresolved":
      return failed && unresolved ? 1 : failed && silent ? 0.1 : slip;
    case "status": {
      if (!failed) return slip;
      const inRange = (one: number) => one >= sight.low && one <= sight.high;
      if (status !== undefined) return inRange(status) ? 1 : slip;
      // Not documented: it may be any status, and most likely one that stands for this kind of failure.
      const likely = silent ? usual.silent : unresolved ? usual.unresolved : usual.refused;
      if (likely.some(inRange)) return 0.5;
      return general.some(inRange) ? 0.2 : slip;
    }
    case "words":
      return slip;
  }
}

/** Watches are read roughly: a fifth more or less is the same wait. */
function matchWait(seen: Interval | undefined, waited: Interval | undefined): number {
  if (seen === undefined || waited === undefined) return 1;
  const most = seen.max ?? seen.min;
  if (most < waited.min * 0.8) return 0.1;
  if (waited.max === null) return 0.8;
  return seen.min <= waited.max * 1.2 ? 1 : 0.1;
}
