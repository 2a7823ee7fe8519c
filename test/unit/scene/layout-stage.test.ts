import { describe, expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { isSame } from "../../../src/lib/is-same.ts";
import { healthyRun } from "../../../src/model/run.ts";
import { layoutLanes } from "../../../src/scene/layout-lanes.ts";
import { layoutStage } from "../../../src/scene/layout-stage.ts";
import { writeLongChapter } from "../../fixtures/long-chapter.ts";
import { readMessages, sixPixels, stageOf } from "./stage-fixture.ts";

const flow = `
client app
edge edge
service api
store store
choice cache hit* miss
# 1 App → edge 10..20ms
app -> edge : GET /things
# 2 Edge → api 80..120ms
edge -> api : forward
alt hit [choice cache]
api --> edge : from the cache
else miss
api -> store : SELECT
store --> api : rows
end
# 3 Back 5..5ms
edge --> app : 200
! store-down store error 500 [title Store down]
! api-slow api slow [+50ms; title Api slow]
! api-down api refused 502 [title Api down]
`;

describe("layoutStage", () => {
  test("gives each message a row of its own, from top to bottom, in its hop's band", () => {
    const { layout } = stageOf(flow);
    expect(readMessages(layout)).toEqual(["app > edge ok", "edge > api ok", "api > edge ok", "edge > app ok"]);
    layout.messages.forEach((one, index) => {
      const next = layout.messages[index + 1];
      if (next) expect(next.y).toBeGreaterThanOrEqual(one.y + one.height);
      const band = layout.bands.find((each) => each.n === one.row.hop && each.kind === "hop");
      expect(one.y).toBeGreaterThanOrEqual(band?.y0 ?? Number.NaN);
      expect(one.y + one.height).toBeLessThanOrEqual(band?.y1 ?? Number.NaN);
      expect(one.from.y).toBe(one.to.y);
    });
  });

  test("keeps the text close above its arrow", () => {
    for (const one of stageOf(flow).layout.messages) {
      const gap = one.from.y - (one.labelY + one.lines.length * 15);
      expect(gap).toBeGreaterThan(2);
      expect(gap).toBeLessThan(7);
    }
  });

  test("shows a branch not taken as one line that names its choice", () => {
    const { layout } = stageOf(flow);
    expect(layout.untaken).toMatchObject([{ type: "alt", text: "miss", choice: "cache", branch: "miss" }]);
    expect(layout.frames).toMatchObject([{ type: "alt", text: "hit" }]);
    const other = stageOf(flow, { with: "cache=miss" }).layout;
    expect(other.untaken).toMatchObject([{ text: "hit", branch: "hit" }]);
    expect(readMessages(other)).toContain("api > store ok");
  });

  test("puts the way back into a band of its own, after the hop where it broke", () => {
    const { layout } = stageOf(flow, { fail: "api-down" });
    const kinds = layout.bands.map((band) => `${band.kind} ${band.n}`);
    expect(kinds).toEqual(["hop 1", "hop 2", "wayBack 2", "hop 3"]);
    const back = layout.messages.filter((one) => one.row.wayBack);
    expect(back.length).toBeGreaterThan(0);
    const band = layout.bands.find((one) => one.kind === "wayBack");
    for (const one of back) expect(one.y).toBeGreaterThan(band?.y0 ?? Number.NaN);
  });

  test("marks where a message broke: near its receiver, and on the way for what lies between", () => {
    const broken = stageOf(flow, { fail: "api-down" }).layout.messages.find((one) => one.breakAt !== undefined);
    expect(broken?.row.traced.to).toBe("api");
    expect(broken?.breakAt).toBeGreaterThan(0.8);
    const via = stageOf(
      "client app\nservice api\nlayer wall network\n# 1 x 5..5ms\napp -> api : in [via wall]\n! wall-shut wall refused",
      { fail: "wall-shut" },
    ).layout.messages.find((one) => one.breakAt !== undefined);
    expect(via?.breakAt).toBeCloseTo(0.5);
  });

  test("gives every traced message a place, whatever is switched on", () => {
    for (const fail of ["", "api-down", "store-down", "api-slow"]) {
      const { layout, trace } = stageOf(flow, { fail, with: "cache=miss" });
      expect(layout.messages.map((one) => one.index).sort((a, b) => a - b)).toEqual(
        trace.messages.map((one) => one.index),
      );
    }
  });

  test("plays a loop as often as it was played", () => {
    const { layout } = stageOf("client a\nservice b\n# 1 x 9..9ms\nloop 3 times\na -> b : ask\nb --> a : answer\nend");
    expect(readMessages(layout)).toHaveLength(6);
    expect(layout.frames[0]?.dividers.map((one) => one.text)).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
  });

  test("with a hop in focus shows its messages and participants only", () => {
    const { layout, lanes } = stageOf(flow, { focus: 1 });
    expect(lanes.lanes.map((one) => one.participant.key)).toEqual(["app", "edge"]);
    expect(readMessages(layout)).toEqual(["app > edge ok"]);
  });

  test("breaks long texts into lines and keeps them on the stage", () => {
    const { layout, lanes } = stageOf(
      `client a\nservice b\n# 1 x 1..1ms\na -> b : ${"many words that go on ".repeat(12)}\n`,
      { width: 400 },
    );
    const one = layout.messages[0];
    expect(one?.lines.length).toBeGreaterThan(2);
    for (const line of one?.lines ?? []) expect(sixPixels(line, "label")).toBeLessThanOrEqual(lanes.width);
    expect((one?.labelX ?? 0) + (one?.labelWidth ?? 0)).toBeLessThanOrEqual(lanes.width);
  });
});

describe("the ladder", () => {
  test("draws a message's latency as its slope, all of them to one scale", () => {
    const { layout } = stageOf(flow, { spacing: "scale" });
    const slopes = layout.messages
      .filter((one) => one.row.traced.drawn.end > one.row.traced.drawn.start)
      .map((one) => (one.to.y - one.from.y) / (one.row.traced.drawn.end - one.row.traced.drawn.start));
    expect(slopes.length).toBeGreaterThan(1);
    for (const slope of slopes) expect(Math.abs(slope - (slopes[0] ?? 0))).toBeLessThan(0.2);
  });

  test("has an axis without holes whose time never runs back while nothing is parallel", () => {
    const { layout } = stageOf(flow, { spacing: "scale", fail: "api-slow" });
    layout.axis.forEach((piece, index) => {
      const next = layout.axis[index + 1];
      expect(piece.t1).toBeGreaterThanOrEqual(piece.t0);
      if (!next) return;
      expect(next.y0).toBeCloseTo(piece.y1);
      expect(next.t0).toBeGreaterThanOrEqual(piece.t0);
    });
    expect(layout.axis.at(-1)?.y1).toBeCloseTo(layout.height);
  });

  test("cuts a wait that would be pages long, and says so", () => {
    const { layout } = stageOf(
      "client app\nservice api\nstore store\n# 1 x 10..10ms\napp -> api : in\napi -> store : SELECT [timeout 30s]\n! store-gone store unreachable",
      { spacing: "scale", fail: "store-gone" },
    );
    const waits = layout.messages.find((one) => one.wait);
    expect(waits?.wait?.cut).toBe(true);
    expect(layout.axis.some((piece) => piece.kind === "cut")).toBe(true);
    expect(layout.height).toBeLessThan(1500);
  });

  test("a letter that is typed into a message makes another row of it, and the same rows of all others", () => {
    const rowsOf = (text: string) => {
      const { scenarios, system } = parseChapter("long.md", text);
      const [scenario] = scenarios;
      if (!scenario) throw new Error("there is a scenario");
      const trace = simulate(scenario, system, healthyRun);
      const lanes = layoutLanes(scenario, null, 800, 0, sixPixels);
      return layoutStage(scenario, system, trace, lanes, "even", null, 0, sixPixels).messages;
    };
    const text = writeLongChapter(40);
    const before = rowsOf(text);
    const after = rowsOf(text.replace("request 7", "request 7x"));
    expect(after.flatMap((row, k) => (isSame(row, before[k]) ? [] : row.lines))).toEqual(["request 7x"]);
  });
});
