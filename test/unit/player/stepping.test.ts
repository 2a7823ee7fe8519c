import { describe, expect, it } from "vitest";
import { home } from "../../../src/model/playhead.ts";
import {
  clampPlayhead,
  instantAt,
  playheadAtInstant,
  playheadAtMessage,
  unplayedStep,
} from "../../../src/player/position.ts";
import { hopBack, hopForward, stepBack, stepForward, toEnd, toHop } from "../../../src/player/stepping.ts";
import { makeTrack } from "../../../src/player/track.ts";
import { typeTrace } from "../../fixtures/type-trace.ts";

const track = makeTrack(typeTrace("1.1 0-10\n1.2 10-10\n2.1 10-40\n2.2 40-60\n3.1 60-60\n3.2 60-100"));

describe("where the playhead stands", () => {
  it("is behind the message a link names", () => {
    expect(playheadAtMessage(track, 2, 1)).toEqual({ step: 2, fraction: 1 });
    expect(playheadAtMessage(track, 9, 1)).toBeUndefined();
  });

  it("at an instant has everything before it behind itself, messages without time included", () => {
    expect(playheadAtInstant(track, 0)).toEqual(home);
    expect(playheadAtInstant(track, 5)).toEqual({ step: 0, fraction: 0.5 });
    expect(playheadAtInstant(track, 10)).toEqual({ step: 1, fraction: 1 });
    expect(playheadAtInstant(track, 60)).toEqual({ step: 4, fraction: 1 });
    expect(playheadAtInstant(track, 1000)).toEqual({ step: 5, fraction: 1 });
    expect(playheadAtInstant(track, -3)).toEqual(home);
  });

  it("survives a shorter track", () => {
    expect(clampPlayhead(track, { step: 90, fraction: 0.2 })).toEqual({ step: 5, fraction: 1 });
    expect(clampPlayhead(makeTrack(typeTrace("")), { step: 3, fraction: 0.2 })).toEqual(home);
    expect(instantAt(track, { step: 90, fraction: 0 })).toBe(100);
  });

  it("names the first message that a failure switched on now can still bite", () => {
    expect(unplayedStep(track, home)?.inHop).toBe(1);
    expect(unplayedStep(track, { step: 2, fraction: 0.5 })).toMatchObject({ hop: 2, inHop: 1 });
    expect(unplayedStep(track, { step: 2, fraction: 1 })).toMatchObject({ hop: 2, inHop: 2 });
    expect(unplayedStep(track, toEnd(track))).toBeUndefined();
  });
});

describe("stepping", () => {
  it("comes to rest behind each message in turn, and returns the same way", () => {
    const rests = [home];
    for (let at = stepForward(track, home); rests.length <= 6; at = stepForward(track, at)) rests.push(at);
    expect(rests.map((rest) => instantAt(track, rest))).toEqual([0, 10, 10, 40, 60, 60, 100]);
    for (const [k, rest] of rests.entries()) {
      if (k > 0) expect(stepBack(track, rest)).toEqual(rests[k - 1]);
    }
  });

  it("from the middle of a message goes behind it, and back behind the one before", () => {
    expect(stepForward(track, { step: 2, fraction: 0.3 })).toEqual({ step: 2, fraction: 1 });
    expect(stepBack(track, { step: 2, fraction: 0.3 })).toEqual({ step: 1, fraction: 1 });
  });

  it("stays at either end", () => {
    expect(stepForward(track, toEnd(track))).toEqual(toEnd(track));
    expect(stepBack(track, home)).toEqual(home);
  });

  it("goes hop by hop, first to the start of its own", () => {
    expect(hopForward(track, home)).toEqual({ step: 0, fraction: 1 });
    expect(hopForward(track, { step: 0, fraction: 0.2 })).toEqual({ step: 2, fraction: 1 });
    expect(hopForward(track, { step: 5, fraction: 0.2 })).toEqual(toEnd(track));
    expect(hopBack(track, { step: 3, fraction: 0.2 })).toEqual({ step: 2, fraction: 1 });
    expect(hopBack(track, { step: 2, fraction: 1 })).toEqual({ step: 0, fraction: 1 });
    expect(hopBack(track, { step: 0, fraction: 1 })).toEqual(home);
    expect(toHop(track, 3)).toEqual({ step: 4, fraction: 1 });
    expect(toHop(track, 7)).toBeUndefined();
  });
});
