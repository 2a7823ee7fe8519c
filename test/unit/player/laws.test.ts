import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { home, type Playhead } from "../../../src/model/playhead.ts";
import type { Track } from "../../../src/model/track.ts";
import { advance } from "../../../src/player/advance.ts";
import { comparePlayheads, instantAt, playheadAtInstant } from "../../../src/player/position.ts";
import { speeds } from "../../../src/player/speed.ts";
import { hopBack, hopForward, stepBack, stepForward, toEnd } from "../../../src/player/stepping.ts";
import { makeTimetable, placeOf, playheadAtPlace } from "../../../src/player/timetable.ts";
import { makeTrack } from "../../../src/player/track.ts";
import { typeTrace } from "../../fixtures/type-trace.ts";

const message = fc.record({
  newHop: fc.boolean(),
  takes: fc.constantFrom(0, 0, 1, 3, 7.5, 40, 900, 15_000),
  aside: fc.boolean(),
  outcome: fc.constantFrom("ok", "ok", "slow", "skipped", "neverReached"),
  waits: fc.boolean(),
});

/** Tracks with messages of no time, async ones that overlap, waits, and messages that are never passed. */
const tracks = fc.array(message, { maxLength: 14 }).map((rows): Track => {
  let hop = 1;
  let inHop = 0;
  let at = 0;
  const lines = rows.map((row) => {
    if (row.newHop) [hop, inHop] = [hop + 1, 0];
    inHop += 1;
    const start = at;
    const end = start + row.takes;
    if (!row.aside) at = end;
    return `${hop}.${inHop} ${start}-${end} ${row.outcome} ${row.aside ? "async" : ""} ${row.waits ? "wait" : ""}`;
  });
  return makeTrack(typeTrace(lines.join("\n")));
});
const rates = fc.constantFrom(...speeds.map((speed) => speed.rate));
const chunks = fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { maxLength: 30 });

function play(track: Track, from: Playhead, times: readonly number[], rate: number, loop = false): Playhead {
  return times.reduce((at, time) => advance(track, at, time, rate, loop).playhead, from);
}

describe("laws of the player", () => {
  it("seeking equals playing: however time is cut into frames, the same place is reached", () => {
    fc.assert(
      fc.property(tracks, rates, chunks, (track, rate, times) => {
        const whole = times.reduce((sum, time) => sum + time, 0);
        const timetable = makeTimetable(track, rate);
        const played = play(track, home, times, rate);
        const sought = playheadAtPlace(track, timetable, Math.min(whole, timetable.total));
        expect(placeOf(timetable, played)).toBeCloseTo(placeOf(timetable, sought), 5);
        expect(placeOf(timetable, played)).toBeCloseTo(Math.min(whole, timetable.total), 5);
      }),
    );
  });

  it("a looped hop is never left", () => {
    fc.assert(
      fc.property(tracks, rates, chunks, (track, rate, times) => {
        const start = stepForward(track, home);
        const leg = track.legs[0];
        const at = play(track, start, times, rate, true);
        if (leg) expect(at.step >= leg.first && at.step <= leg.last).toBe(true);
        else expect(at).toEqual(home);
      }),
    );
  });

  it("the instant never goes back while playing, and the step neither", () => {
    fc.assert(
      fc.property(tracks, rates, chunks, (track, rate, times) => {
        let at: Playhead = home;
        for (const time of times) {
          const next = advance(track, at, time, rate).playhead;
          expect(comparePlayheads(at, next)).toBeLessThanOrEqual(0);
          expect(instantAt(track, next)).toBeGreaterThanOrEqual(instantAt(track, at));
          at = next;
        }
      }),
    );
  });

  it("forward and then back returns, for messages and for hops", () => {
    fc.assert(
      fc.property(tracks, (track) => {
        for (let at: Playhead = home; comparePlayheads(at, toEnd(track)) < 0; at = stepForward(track, at)) {
          expect(stepBack(track, stepForward(track, at))).toEqual(at);
        }
        for (const leg of track.legs.slice(0, -1)) {
          const at = { step: leg.first, fraction: 1 };
          expect(hopBack(track, hopForward(track, at))).toEqual(at);
        }
      }),
    );
  });

  it("an instant leads to a playhead at that very instant, and a place to that place", () => {
    fc.assert(
      fc.property(tracks, rates, fc.double({ min: 0, max: 1, noNaN: true }), (track, rate, share) => {
        const end = instantAt(track, toEnd(track));
        expect(instantAt(track, playheadAtInstant(track, end * share))).toBeCloseTo(end * share, 6);
        const timetable = makeTimetable(track, rate);
        const place = timetable.total * share;
        expect(placeOf(timetable, playheadAtPlace(track, timetable, place))).toBeCloseTo(place, 6);
      }),
    );
  });

  it("legs cover every step once, in order", () => {
    fc.assert(
      fc.property(tracks, (track) => {
        const covered = track.legs.flatMap((leg) =>
          Array.from({ length: leg.last - leg.first + 1 }, (_, k) => leg.first + k),
        );
        expect(covered).toEqual(track.steps.map((_, k) => k));
        for (const [k, step] of track.steps.entries()) {
          const leg = track.legs[step.leg];
          expect(leg && k >= leg.first && k <= leg.last).toBe(true);
        }
      }),
    );
  });
});
