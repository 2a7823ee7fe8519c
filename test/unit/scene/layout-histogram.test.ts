import { expect, it } from "vitest";
import { layoutHistogram, listStated } from "../../../src/scene/layout-histogram.ts";

const row = { label: "all", line: 3 };
const stated = { min: 220, max: 310, text: "220–310 ms" };

it("names the chapter's total and what its legs add up to apart, and leaves out a sum without an end", () => {
  const budget = { rows: [row], stated, file: "a.md" };
  expect(listStated(budget, { min: 214, max: 347 }).map(({ text }) => text)).toEqual([
    "220–310 ms stated by the chapter",
    "214–347 ms from the budget's legs",
  ]);
  expect(listStated(budget, { min: 214, max: null })).toHaveLength(1);
  expect(listStated(undefined, { min: 1, max: 2 })).toEqual([]);
});

it("has room for every stated total beside the samples", () => {
  const sorted = Float64Array.from([250, 300]);
  const shares = { samples: 2, failed: 0, slow: 0, open: false };
  const distribution = { ...shares, p5: 250, p50: 250, p95: 300, p99: 300, bins: [], sorted };
  const spans = listStated({ rows: [row], stated, file: "a.md" }, { min: 214, max: 347 });
  const histogram = layoutHistogram(distribution, { width: 400, height: 90 }, spans);
  const [chapter, legs] = histogram.spans;
  expect(legs?.x0).toBeGreaterThanOrEqual(0);
  expect(legs?.x1).toBeLessThanOrEqual(400);
  expect(legs?.x0).toBeLessThan(chapter?.x0 ?? 0);
  expect(chapter?.x1).toBeLessThan(legs?.x1 ?? 0);
});
