import { isPassed, isWayBack, type Trace } from "../model/trace.ts";
import type { Track, TrackLeg, TrackStep } from "../model/track.ts";

/**
 * The order in which the player passes a trace's messages, and the instants (drawn milliseconds) of each step.
 *
 *     drawn time   0        10        20        30
 *     message a    ├─────────┤
 *     message b              ├─────────────────┤        steps: a 0–10, b 10–20, c 20–30
 *     message c (async)               ├────┤            b is still under way while c's step plays
 *
 * A step lasts until the next message leaves; the last one until everything has arrived.
 */
export function makeTrack(trace: Trace): Track {
  const passed = trace.messages.filter(isPassed).sort((a, b) => a.drawn.start - b.drawn.start || a.index - b.index);
  const steps: TrackStep[] = [];
  const legs: { hop: number; back: boolean; first: number; last: number }[] = [];
  const seen = new Set<number>();

  passed.forEach((message, k) => {
    const back = isWayBack(message);
    const leg = legs.at(-1);
    // An async straggler of an earlier hop plays inside the later hop's leg, so that legs never interleave.
    if (leg && (back ? leg.back : !leg.back && seen.has(message.hop))) leg.last = k;
    else legs.push({ hop: message.hop, back, first: k, last: k });
    seen.add(message.hop);
    const next = passed[k + 1];
    // A hop without messages may pass before the first one: the track begins with the run.
    const from = k === 0 ? 0 : message.drawn.start;
    const until = next ? next.drawn.start : Math.max(from, trace.drawnEnd);
    steps.push({
      index: message.index,
      hop: message.hop,
      ...(message.inHop === undefined ? {} : { inHop: message.inHop }),
      back,
      from,
      until,
      waits: message.wait !== undefined,
      leg: legs.length - 1,
    });
  });
  return { steps, legs: legs satisfies TrackLeg[] };
}
