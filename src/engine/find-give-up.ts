import type { Draft } from "./draft.ts";
import type { Times } from "./run-clock.ts";
import type { GiveUp } from "./walk-state.ts";

/** Rounding in the last binary places is no lateness. */
const tolerance = 1e-9;

/**
 * The call whose caller gives up first: a fault inside its exchange makes the drawn answer come later than its
 * `@timeout`. Without a fault nobody gives up: then the figures disagree, which is a finding and no failure.
 */
export function findGiveUp(
  drafts: readonly Draft[],
  drawn: Times,
  known: ReadonlyMap<number, GiveUp>,
): { index: number; giveUp: GiveUp } | undefined {
  let first: { call: Draft; answer: Draft; at: number } | undefined;
  for (const answer of drafts) {
    if (answer.outcome === "neverReached" || answer.outcome === "skipped") continue;
    for (const call of answer.closes) {
      const timeout = call.message?.timeout;
      if (timeout === undefined || known.has(call.index)) continue;
      if (call.outcome !== "ok" && call.outcome !== "slow") continue;
      const left = drawn.starts[call.index] ?? 0;
      const at = left + timeout;
      if ((drawn.ends[answer.index] ?? 0) <= at + tolerance) continue;
      if (first !== undefined && at >= first.at) continue;
      if (findCause(drafts, call, answer) !== undefined) first = { call, answer, at };
    }
  }
  const giveUp = first === undefined ? undefined : findCause(drafts, first.call, first.answer);
  return first === undefined || giveUp === undefined ? undefined : { index: first.call.index, giveUp };
}

function findCause(drafts: readonly Draft[], call: Draft, answer: Draft): GiveUp | undefined {
  for (let i = call.index; i <= answer.index; i++) {
    const bite = drafts[i]?.bites[0];
    if (bite !== undefined && drafts[i]?.aside === false) return { fault: bite.fault, layer: bite.layer };
  }
  return undefined;
}
