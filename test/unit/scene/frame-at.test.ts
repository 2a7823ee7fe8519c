import { describe, expect, test } from "vitest";
import { home } from "../../../src/model/playhead.ts";
import { frameAt, isSeek, stepOf } from "../../../src/scene/frame-at.ts";
import { stageOf } from "./stage-fixture.ts";

const { trace, track } = stageOf(`
client app
service api
store store
# 1 x 30..30ms
app -> api : in 10..10ms
api -) store : later 100..100ms
api -> store : SELECT 10..10ms
store --> api : rows 5..5ms
api --> app : 200 5..5ms
`);

describe("frameAt", () => {
  test("at home nothing has left", () => {
    const frame = frameAt(trace, track, home);
    expect(frame).toMatchObject({ home: true, current: -1 });
    expect(trace.messages.map((one) => frame.stateOf(one.index))).toEqual(new Array(5).fill("ahead"));
  });

  test("what was passed is done, what comes is ahead", () => {
    const step = stepOf(trace, track, 0);
    const frame = frameAt(trace, track, { step, fraction: 0.5 });
    expect(frame.current).toBe(0);
    expect(frame.fraction).toBeCloseTo(0.5);
    expect(frame.stateOf(0)).toBe("current");
    expect(frame.stateOf(2)).toBe("ahead");
  });

  test("async work stays current while it is under way", () => {
    const frame = frameAt(trace, track, { step: stepOf(trace, track, 4), fraction: 0.01 });
    expect(frame.stateOf(1)).toBe("current");
    expect(frame.stateOf(0)).toBe("done");
  });

  test("beyond the end is the end", () => {
    const end = frameAt(trace, track, { step: 99, fraction: 0 });
    expect(end.current).toBe(track.steps.at(-1)?.index);
    expect(end.fraction).toBe(1);
  });

  test("tells a jump from playing on", () => {
    expect(isSeek({ step: 1, fraction: 0.2 }, { step: 1, fraction: 0.25 })).toBe(false);
    expect(isSeek({ step: 1, fraction: 0.98 }, { step: 2, fraction: 0.03 })).toBe(false);
    expect(isSeek({ step: 1, fraction: 0.5 }, { step: 2, fraction: 0 })).toBe(true);
    expect(isSeek({ step: 1, fraction: 0.5 }, { step: 0, fraction: 1 })).toBe(true);
    expect(isSeek({ step: 1, fraction: 0.5 }, { step: 1, fraction: 0.4 })).toBe(true);
  });
});
