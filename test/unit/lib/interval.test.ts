import { describe, expect, it } from "vitest";
import { addIntervals, maxInterval, middle, point, scaleInterval } from "../../../src/lib/interval.ts";

describe("intervals", () => {
  it("adds end by end, and an unknown end stays unknown", () => {
    expect(addIntervals({ min: 5, max: 15 }, { min: 90, max: 120 })).toEqual({ min: 95, max: 135 });
    expect(addIntervals({ min: 5, max: null }, point(1))).toEqual({ min: 6, max: null });
  });

  it("scales and compares without inventing an end", () => {
    expect(scaleInterval({ min: 2, max: null }, 3)).toEqual({ min: 6, max: null });
    expect(maxInterval({ min: 1, max: 9 }, { min: 4, max: 5 })).toEqual({ min: 4, max: 9 });
    expect(middle({ min: 7, max: null })).toBe(7);
  });
});
