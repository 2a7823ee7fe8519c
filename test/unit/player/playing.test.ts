import { describe, expect, it } from "vitest";
import { home, type Playhead } from "../../../src/model/playhead.ts";
import { advance } from "../../../src/player/advance.ts";
import { instantAt } from "../../../src/player/position.ts";
import { defaultRate, findSpeed, playTime, shiftSpeed, speeds } from "../../../src/player/speed.ts";
import { toEnd } from "../../../src/player/stepping.ts";
import { makeTimetable } from "../../../src/player/timetable.ts";
import { makeTrack } from "../../../src/player/track.ts";
import { typeTrace } from "../../fixtures/type-trace.ts";

const track = makeTrack(typeTrace("1.1 0-100\n1.2 100-100\n2.1 100-200\n2.2 200-15200 failed wait"));

describe("play time", () => {
  const times = (rate: number) => track.steps.map((step) => playTime(step, rate));

  it("is drawn time over speed, with a least dwell, and says when a wait is shortened", () => {
    expect(times(1 / 20)).toEqual([
      { wall: 2000, shortened: false },
      { wall: 350, shortened: false },
      { wall: 2000, shortened: false },
      { wall: 4000, shortened: true },
    ]);
  });

  it("is true in true time: nothing held, nothing shortened", () => {
    expect(times(1).map((time) => time.wall)).toEqual([100, 0, 100, 15000]);
    expect(times(1).some((time) => time.shortened)).toBe(false);
  });

  it("does not shorten what is only slow, below a second", () => {
    const [step] = makeTrack(typeTrace("1.1 0-900")).steps;
    expect(step && playTime(step, 1 / 200)).toEqual({ wall: 180_000, shortened: false });
  });

  it("knows the speeds there are, and the nearest to one there is not", () => {
    expect(speeds.map((speed) => speed.label)).toEqual(["true time", "1/5", "1/10", "1/20", "1/50", "1/100", "1/200"]);
    expect(findSpeed(0.06).label).toBe("1/20");
    expect(findSpeed(Number.NaN).rate).toBe(defaultRate);
    expect(shiftSpeed(1, -1)).toBe(1);
    expect(shiftSpeed(1, 1)).toBe(1 / 5);
  });
});

describe("playing", () => {
  it("leaves home, passes messages without time, and finishes behind the last one", () => {
    expect(advance(track, home, 0, defaultRate)).toEqual({ playhead: home, finished: false });
    expect(advance(track, home, 1000, defaultRate).playhead).toEqual({ step: 0, fraction: 0.5 });
    expect(advance(track, home, 2100, defaultRate).playhead.step).toBe(1);
    expect(advance(track, home, 60_000, defaultRate)).toEqual({ playhead: toEnd(track), finished: true });
    expect(advance(makeTrack(typeTrace("")), home, 10, defaultRate)).toEqual({ playhead: home, finished: true });
  });

  it("loops a hop, also over a sleep of the tab", () => {
    const round = 2350;
    const at: Playhead = { step: 0, fraction: 0.5 };
    expect(advance(track, at, round, defaultRate, true).playhead.fraction).toBeCloseTo(0.5);
    expect(advance(track, at, round * 1_000_000 + 500, defaultRate, true).playhead.step).toBe(0);
    expect(advance(track, at, 1200, defaultRate, true)).toMatchObject({ playhead: { step: 1 }, finished: false });
  });

  it("does not spin on a looped hop that takes no time", () => {
    const still = makeTrack(typeTrace("1.1 0-0\n1.2 0-0\n2.1 0-10"));
    expect(advance(still, { step: 0, fraction: 0 }, 16, 1, true)).toEqual({
      playhead: { step: 1, fraction: 1 },
      finished: true,
    });
  });

  it("takes in true time as long as the drawn time", () => {
    expect(makeTimetable(track, 1).total).toBe(15_200);
    expect(instantAt(track, advance(track, home, 150, 1).playhead)).toBeCloseTo(150);
  });
});
