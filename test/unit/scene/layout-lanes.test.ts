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
