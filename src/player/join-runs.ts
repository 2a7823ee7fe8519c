import { keyMessages } from "../model/pair-messages.ts";
import { home, type Playhead } from "../model/playhead.ts";
import type { TracedMessage } from "../model/trace.ts";
import type { TrackStep } from "../model/track.ts";
import type { Played } from "./same-place.ts";
import { makeTrack } from "./track.ts";

export type RunSide = "a" | "b";

/** Two runs of one scenario as one track that passes every message that either of them passes. */
export interface JoinedRuns {
  /**
   * What a player moves over. A message of both is one step, as long as in the slower run; so its instants are those
   * of neither run.
   */
  readonly joined: Played;
  /** Which message of the chapter each step passes, as `pairMessages` names it. */
  readonly keys: readonly string[];
  /** Where a run stands while the joined playhead is here: at the same message or, without it, behind its last one. */
  at(side: RunSide, playhead: Playhead): Playhead;
  /** The joined step of a run's own step; -1 for one that it does not have. */
  stepOf(side: RunSide, step: number): number;
}

interface Walked {
  readonly key: string;
  readonly step: TrackStep;
  readonly k: number;
  readonly message: TracedMessage;
}

interface Joint {
  readonly key: string;
  readonly a?: Walked;
  readonly b?: Walked;
}

/** O(messages of both). Steps follow run a's order and run b's; where the two contradict each other, the text's. */
export function joinRuns(a: Played, b: Played): JoinedRuns {
  const joints = merge(walk(a), walk(b));
  let clock = 0;
  const messages = joints.map((joint, index): TracedMessage => {
    const longer = pickLonger(joint);
    const start = clock;
    clock += lengthOf(longer);
    return { ...longer.message, index, drawn: { start, end: clock } };
  });
  const trace = { ...a.trace, messages, drawnEnd: clock, drawnTotal: clock };
  const joined: Played = { trace, track: makeTrack(trace) };
  const sides = { a: placeSide("a", joints, a), b: placeSide("b", joints, b) };
  return {
    joined,
    keys: joints.map(({ key }) => key),
    at(side, playhead) {
      const place = playhead.step < 0 ? undefined : sides[side].places[Math.min(playhead.step, joints.length - 1)];
      if (!place || place.step < 0) return home;
      return { step: place.step, fraction: place.here ? playhead.fraction : 1 };
    },
    stepOf: (side, step) => sides[side].steps[step] ?? -1,
  };
}

function walk({ trace, track }: Played): readonly Walked[] {
  const keys = new Map([...keyMessages(trace)].map(([key, message]) => [message.index, key]));
  return track.steps.flatMap((step, k) => {
    const message = trace.messages[step.index];
    const key = keys.get(step.index);
    return message && key !== undefined ? [{ key, step, k, message }] : [];
  });
}

function merge(left: readonly Walked[], right: readonly Walked[]): readonly Joint[] {
  const inLeft = new Map(left.map((one) => [one.key, one]));
  const inRight = new Map(right.map((one) => [one.key, one]));
  const joints: Joint[] = [];
  const done = new Set<string>();
  const add = (key: string) => {
    done.add(key);
    const a = inLeft.get(key);
    const b = inRight.get(key);
    joints.push({ key, ...(a && { a }), ...(b && { b }) });
  };
  let i = 0;
  let j = 0;
  for (;;) {
    while (left[i] && done.has(left[i]?.key ?? "")) i += 1;
    while (right[j] && done.has(right[j]?.key ?? "")) j += 1;
    const a = left[i];
    const b = right[j];
    if (!a && !b) return joints;
    if (!a || !b) add((a ?? b)?.key ?? "");
    else if (a.key === b.key) add(a.key);
    else {
      const aAlone = !inRight.has(a.key);
      const bAlone = !inLeft.has(b.key);
      // What only one of them passes comes before what both pass next.
      if (aAlone === bAlone) add(isEarlier(a.message, b.message) ? a.key : b.key);
      else add(aAlone ? a.key : b.key);
    }
  }
}

/** By hop; there the way back first, so that the run that goes on does so to its end. */
function isEarlier(a: TracedMessage, b: TracedMessage): boolean {
  if (a.hop !== b.hop) return a.hop < b.hop;
  return (a.n ?? 0) <= (b.n ?? 0);
}

/** Of two equally long ones, the first. */
function pickLonger({ a, b }: Joint): Walked {
  if (a && b) return lengthOf(b) > lengthOf(a) ? b : a;
  const one = a ?? b;
  if (!one) throw new Error("a joint step passes no message");
  return one;
}

function lengthOf({ step }: Walked): number {
  return Math.max(0, step.until - step.from);
}

interface Side {
  readonly places: readonly { readonly step: number; readonly here: boolean }[];
  readonly steps: readonly number[];
}

function placeSide(side: RunSide, joints: readonly Joint[], { track }: Played): Side {
  const steps = new Array<number>(track.steps.length).fill(-1);
  let step = -1;
  const places = joints.map((joint, k) => {
    const own = joint[side];
    if (own) {
      step = own.k;
      steps[step] = k;
    }
    return { step, here: own !== undefined };
  });
  return { places, steps };
}
