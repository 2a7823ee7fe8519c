import { describe, expect, test } from "vitest";
import { layoutLanes } from "../../../src/scene/layout-lanes.ts";
import { readFlow } from "../../fixtures/flow.ts";
import { sixPixels } from "./stage-fixture.ts";

const gapsOf = (text: string, width: number) => {
  const { lanes } = layoutLanes(readFlow(text).scenario, null, width, 0, sixPixels);
  return lanes.slice(1).map((lane, index) => lane.x - (lanes[index]?.x ?? 0));
};

describe("layoutLanes", () => {
  test("few participants spread out to fill the width", () => {
    const [first, second] = gapsOf("a -> b : hi\nb -> c : ho", 1000);
    expect((first ?? 0) + (second ?? 0)).toBeGreaterThan(600);
    expect(first).toBe(second);
  });

  test("a gap holds the text between its neighbours", () => {
    const [first, second] = gapsOf("a -> b : a text of some thirty letters\nb -> c : ho", 400);
    expect(first).toBeGreaterThan(second ?? 0);
  });

  test("many participants make the content wider than the stage", () => {
    const text = Array.from({ length: 29 }, (_, i) => `p${i} -> p${i + 1} : m`).join("\n");
    const lanes = layoutLanes(readFlow(text).scenario, null, 900, 0, sixPixels);
    expect(lanes.width).toBeGreaterThan(2000);
    expect(Math.min(...gapsOf(text, 900))).toBeGreaterThanOrEqual(78);
  });

  test("the outer heads stay within the content, however long their names are", () => {
    const text = `the-first-of-all-participants -> b : a text of some thirty letters
b -> the-last-of-all-participants : another text of thirty letters`;
    for (const stage of [320, 420, 900]) {
      const { lanes, width } = layoutLanes(readFlow(text).scenario, null, stage, 0, sixPixels);
      const ends = lanes.flatMap((lane) => [lane.x - lane.headWidth / 2, lane.x + lane.headWidth / 2]);
      expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
    }
  });

  test("heads never overlap", () => {
    const text = Array.from(
      { length: 12 },
      (_, i) => `participant-number-${i} -> participant-number-${i + 1} : m`,
    ).join("\n");
    const { lanes } = layoutLanes(readFlow(text).scenario, null, 700, 0, sixPixels);
    lanes.slice(1).forEach((lane, index) => {
      const left = lanes[index];
      expect(lane.x - lane.headWidth / 2).toBeGreaterThan((left?.x ?? 0) + (left?.headWidth ?? 0) / 2);
    });
  });
});
