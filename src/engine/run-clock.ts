import type { ParticipantKey } from "../model/ids.ts";
import type { Draft } from "./draft.ts";
import type { Span, TimePlan } from "./plan-time.ts";
import { listTimedCalls } from "./timed-calls.ts";

/** When everything happens, in milliseconds; Infinity where an upper end is unknown. By draft, and by hop in order. */
export interface Times {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** How long each takes by itself, known even where its start is not. */
  readonly lengths: Float64Array;
  /** The answers, by draft, that could come at any time if those who called did not give up. */
  readonly cut: ReadonlySet<number>;
  readonly hopStarts: Float64Array;
  readonly hopEnds: Float64Array;
  /** The end of the main path: the client has its answer or its error. */
  readonly total: number;
  /** The end of everything, async work included. */
  readonly last: number;
}

/**
 * Runs a plan's clock with one value for every range:
 *
 *     main    ──a──┬──b──┬──d──▶        threads of a `par` begin together and join at the latest
 *                  └─c───┘
 *     aside        ╰──e──f──▶           async work begins when the main clock passes it, and nobody waits for it
 *
 * Which answers are cut off at their callers' timeouts shows where every range is at its most; those of any other values
 * are told by `cut`, as a drawn time has an end even where nobody states one.
 */
export function runClock(plan: TimePlan, values: Float64Array, hopCount: number, cut?: ReadonlySet<number>): Times {
  const open = new Set<number>();
  const starts = new Float64Array(plan.drafts.length);
  const ends = new Float64Array(plan.drafts.length);
  const lengths = new Float64Array(plan.drafts.length);
  const hopStarts = new Float64Array(hopCount);
  const hopEnds = new Float64Array(hopCount);
  /** When each participant's latest async work ended: it sends no async message before. */
  const received = new Map<ParticipantKey, number>();
  const threads: { from: number; latest: number }[] = [];
  const mains: number[] = [];
  let now = 0;
  let last = 0;
  let hop = -1;
  for (const step of plan.steps) {
    switch (step.kind) {
      case "message": {
        const { draft } = step;
        const span = plan.spans[draft.index];
        let begins = draft.role === "async" ? Math.max(now, received.get(draft.from) ?? 0) : now;
        const length = span === undefined ? 0 : getLength(span, values, begins, starts);
        let end = begins + length;
        if (draft.closes.length > 0 && (cut?.has(draft.index) ?? end === Number.POSITIVE_INFINITY) && happens(draft)) {
          // Who called waits no longer than its timeout, however long those further in wait.
          end = Math.min(end, findLatestAnswer(draft, starts));
          begins = Math.min(begins, end);
          open.add(draft.index);
        }
        lengths[draft.index] = length;
        starts[draft.index] = begins;
        ends[draft.index] = end;
        if (draft.aside && happens(draft)) received.set(draft.to, end);
        if (draft.role !== "async") now = end;
        if (end > last) last = end;
        break;
      }
      case "hop": {
        hop++;
        hopStarts[hop] = now;
        const pause = plan.pauses[hop];
        if (step.reached && pause !== undefined) now += getLength(pause, values, now, starts);
        if (now > last) last = now;
        break;
      }
      case "hopEnd":
        hopEnds[hop] = now;
        break;
      case "par":
        threads.push({ from: now, latest: now });
        break;
      case "thread": {
        const par = threads.at(-1);
        if (par === undefined) break;
        par.latest = Math.max(par.latest, now);
        now = par.from;
        break;
      }
      case "join":
        now = Math.max(now, threads.pop()?.latest ?? now);
        break;
      case "aside":
        mains.push(now);
        if (step.by !== undefined) now = Math.max(now, received.get(step.by) ?? 0);
        break;
      case "asideEnd":
        now = mains.pop() ?? now;
        break;
    }
  }
  for (let rest = hop + 1; rest < hopCount; rest++) {
    hopStarts[rest] = now;
    hopEnds[rest] = now;
  }
  return { starts, ends, lengths, cut: cut ?? open, hopStarts, hopEnds, total: now, last };
}

function happens({ outcome }: Draft): boolean {
  return outcome !== "skipped" && outcome !== "neverReached";
}

/** When the callers that this answer goes to have given up, as far as they say; Infinity when none does. */
function findLatestAnswer(answer: Draft, starts: Float64Array): number {
  let latest = Number.POSITIVE_INFINITY;
  for (const { index, timeout } of listTimedCalls(answer)) latest = Math.min(latest, (starts[index] ?? 0) + timeout);
  return latest;
}

function getLength(span: Span, values: Float64Array, now: number, starts: Float64Array): number {
  if (span.repeats !== undefined) {
    if (now === Number.POSITIVE_INFINITY) return now;
    return Math.max(0, span.repeats.times * (now - (starts[span.repeats.since] ?? now)));
  }
  let length = span.constant;
  for (const term of span.terms) if (term.factor > 0) length += term.factor * (values[term.range] ?? 0);
  return length;
}
