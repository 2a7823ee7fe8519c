import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import { findTogether } from "./run-together.ts";
import { type Extreme, listTimedLegs, type TimedLeg } from "./timed-legs.ts";

/*
 *     ──a──┬──b──┬──d──▶        Read from the end: d began when b ended, b when a did. c ended earlier:
 *          └─c─┘                it could take longer, and the answer would come no later.
 */

/**
 * The legs that decide when the answer comes, on one clock, in the order of time. They follow one another without a
 * gap: their lengths add up to the total. Where nobody states how long a wait takes, the last leg has no end, and what
 * comes behind it is left out.
 */
export function traceCritical(scenario: Scenario, trace: Trace, extreme: Extreme): readonly TimedLeg[] {
  const legs = listTimedLegs(trace, extreme);
  const together = findTogether(scenario, trace);
  const endingAt = new Map<number, TimedLeg[]>();
  for (const leg of legs) {
    const others = endingAt.get(leg.until);
    if (others) others.push(leg);
    else endingAt.set(leg.until, [leg]);
  }
  const findBefore = (at: number, next: TimedLeg | undefined): TimedLeg | undefined => {
    const ending = endingAt.get(at) ?? [];
    const before = next === undefined ? ending : ending.filter((leg) => leg.order < next.order);
    return (
      before.find((leg) => next?.index === undefined || leg.index === undefined || !together(leg.index, next.index)) ??
      before[0] ??
      findAcross(legs, at)
    );
  };

  const path: TimedLeg[] = [];
  let at = (extreme === "least" ? trace.total.min : trace.total.max) ?? Number.POSITIVE_INFINITY;
  let next: TimedLeg | undefined;
  while (at > 0) {
    const leg = findBefore(at, next);
    if (leg === undefined) break;
    path.push({ ...leg, until: at });
    next = leg;
    at = leg.from;
  }
  return path.reverse();
}

/** Who gave up in the middle of a wait cut it short: of the legs under way then, the one that began last. */
function findAcross(legs: readonly TimedLeg[], at: number): TimedLeg | undefined {
  let found: TimedLeg | undefined;
  for (const leg of legs) {
    if (leg.from < at && leg.until > at && (found === undefined || leg.from >= found.from)) found = leg;
  }
  return found;
}
