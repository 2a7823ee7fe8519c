import { describe, expect, test } from "vitest";
import { drawHead, drawLine } from "../../../src/scene/arrow-path.ts";
import { followView, isInView } from "../../../src/scene/follow-view.ts";
import { headStates } from "../../../src/scene/head-states.ts";
import { numberMessages } from "../../../src/scene/number-messages.ts";
import { markRuler } from "../../../src/scene/time-scale.ts";
import { tokenAt } from "../../../src/scene/token-at.ts";
import { visibleRows } from "../../../src/scene/visible-rows.ts";
import { readFlow } from "../../fixtures/flow.ts";
import { stageOf } from "./stage-fixture.ts";

const flow = `
client app
service api
store store
# 1 x 20..20ms
app -> api : in
api -> api : think
api -> store : SELECT
store --> api : rows
api --> app : 200
! store-down store error 500 [title Store down]
! api-slow api slow [+50ms; title Api slow]
`;

describe("arrows", () => {
  const left = { x: 0, y: 10 };
  const right = { x: 100, y: 10 };

  test("heads point where the line goes", () => {
    expect(drawHead("filled", right, left)).toEqual({ d: "M100 10L92 6L92 14Z", filled: true });
    expect(drawHead("filled", left, right)).toEqual({ d: "M0 10L8 6L8 14Z", filled: true });
    expect(drawHead("none", right, left)).toBeUndefined();
  });

  test("half heads have their wing on the upper or the lower side, whichever way the line goes", () => {
    const highest = (d: string) => Math.min(...[...d.matchAll(/ (\d+)/gu)].map((one) => Number(one[1])));
    for (const [tip, tail] of [
      [right, left],
      [left, right],
    ] as const) {
      expect(highest(drawHead("half-top", tip, tail)?.d ?? "")).toBe(6);
      expect(highest(drawHead("half-bottom", tip, tail)?.d ?? "")).toBe(10);
      expect(highest(drawHead("stick-top", tip, tail)?.d ?? "")).toBe(6);
    }
  });

  test("a line that was cut has a zigzag", () => {
    expect(drawLine(left, right, false)).toBe("M0 10L100 10");
    expect(drawLine(left, right, true).split("L").length).toBeGreaterThan(4);
  });
});

describe("the token", () => {
  test("travels from the sender to the receiver", () => {
    const one = stageOf(flow).layout.messages[0];
    if (!one) throw new Error("the flow has messages");
    expect(tokenAt(one, 0)).toEqual(one.from);
    expect(tokenAt(one, 1)).toEqual(one.to);
    expect(tokenAt(one, 0.5).x).toBeCloseTo((one.from.x + one.to.x) / 2);
  });

  test("goes no further than where the message broke", () => {
    const one = stageOf(flow, { fail: "store-down" }).layout.messages.find((each) => each.breakAt !== undefined);
    if (!one) throw new Error("a message breaks");
    expect(tokenAt(one, 1).x).toBeLessThan(one.to.x);
    expect(tokenAt(one, 1).x).toBeGreaterThan(one.from.x);
  });

  test("goes round a loop and comes back to its lifeline", () => {
    const loop = stageOf(flow).layout.messages.find((each) => each.loop);
    if (!loop) throw new Error("api thinks");
    expect(tokenAt(loop, 0.5).x).toBeGreaterThan(loop.from.x + 20);
    expect(tokenAt(loop, 1).x).toBeCloseTo(loop.to.x);
    expect(tokenAt(loop, 1).y).toBeCloseTo(loop.to.y);
  });
});

describe("what a run did to the heads", () => {
  test("broken, hurt, never reached, well", () => {
    const stateOf = (fail: string) => {
      const { scenario, trace } = stageOf(flow, { fail });
      return Object.fromEntries(headStates(scenario, trace));
    };
    expect(stateOf("")).toEqual({ app: "well", api: "well", store: "well" });
    expect(stateOf("store-down")).toEqual({ app: "well", api: "well", store: "broken" });
    expect(stateOf("api-slow")).toEqual({ app: "well", api: "hurt", store: "well" });
  });
});

describe("rows in view", () => {
  const { layout } = stageOf(Array.from({ length: 300 }, (_, i) => `a -> b : message ${i}`).join("\n"));

  test("are found without looking at all of them, and none is missed", () => {
    for (const top of [0, 777, 4000, layout.height + 50]) {
      const { start, end } = visibleRows(layout.messages, top, top + 500);
      const meant = layout.messages.filter((one) => one.y + one.height >= top && one.y <= top + 500);
      expect(layout.messages.slice(start, end)).toEqual(meant);
    }
  });
});

describe("following", () => {
  const view = { left: 0, top: 1000, width: 800, height: 600, covered: 100 };
  const at = (y: number, x = 100) => ({ x0: x, x1: x + 100, y0: y, y1: y + 30 });

  test("leaves the view alone while the target is comfortably in it", () => {
    expect(followView(view, at(1300), true)).toEqual({ left: 0, top: 1000 });
    expect(followView(view, at(1300), false)).toEqual({ left: 0, top: 1000 });
  });

  test("brings a target into view from every side", () => {
    for (const target of [at(100), at(3000), at(1300, 1500), at(1060)]) {
      const to = followView(view, target, false);
      const moved = { ...view, ...to };
      expect(isInView(moved, target)).toBe(true);
      expect(target.x0).toBeGreaterThanOrEqual(moved.left);
      expect(target.x1).toBeLessThanOrEqual(moved.left + moved.width);
    }
  });
});

describe("the ruler", () => {
  test("figures never overlap, and a long stretch has round ones", () => {
    const marks = markRuler([
      { kind: "true", y0: 0, y1: 4, t0: 0, t1: 2 },
      { kind: "still", y0: 4, y1: 40, t0: 2, t1: 2 },
      { kind: "true", y0: 40, y1: 240, t0: 2, t1: 102 },
    ]).filter((one) => one.labelled);
    marks.slice(1).forEach((one, index) => {
      expect(one.y - (marks[index]?.y ?? 0)).toBeGreaterThanOrEqual(18);
    });
    expect(marks.map((one) => one.t)).toEqual([0, 2, 20, 40, 60, 80, 102]);
  });
});

describe("numbers", () => {
  test("count from autonumber on, by its step, anew in each fence", () => {
    const { scenario } = readFlow("# 1 x 1..1ms\na -> b : one\na -> b : two\n# 2 y 1..1ms\na -> b : three");
    const [first, second] = scenario.hops;
    if (!first || !second) throw new Error("the flow has two hops");
    const numbering = { kind: "numbering", on: true, start: 10, step: 5, span: first.span } as const;
    const numbered = { ...scenario, hops: [{ ...first, steps: [numbering, ...first.steps] }, second] };
    expect([...numberMessages(numbered)]).toEqual([
      [1, 10],
      [2, 15],
    ]);
    expect(numberMessages(scenario).size).toBe(0);
  });
});
