import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTimeAxis } from "../../../../src/scene/waterfall/time-axis.ts";

describe("the time axis", () => {
  it("has round ticks", () => {
    const { ticks, x } = makeTimeAxis({ end: 310, waits: [] }, 700);
    expect(ticks.map((tick) => tick.text)).toEqual(["0 ms", "50 ms", "100 ms", "150 ms", "200 ms", "250 ms", "300 ms"]);
    expect(x(310)).toBeCloseTo(700);
  });

  it("is broken at a wait that would crowd out the rest, and says so by a break", () => {
    const { breaks, x, ticks } = makeTimeAxis({ end: 15_200, waits: [{ from: 100, until: 15_100 }] }, 1000);
    expect(breaks).toHaveLength(1);
    expect(x(100)).toBeCloseTo(440);
    expect(x(15_100)).toBeCloseTo(560);
    expect(ticks.map((tick) => tick.text)).toContain("15.16 s");
  });

  it("keeps its scale when a wait is short", () => {
    expect(makeTimeAxis({ end: 300, waits: [{ from: 100, until: 180 }] }, 1000).breaks).toEqual([]);
  });

  it("never runs backwards and never leaves its width", () => {
    const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30_000 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 60, max: 2000 }), (gaps, rest, width) => {
        let at = 0;
        const made = gaps.map(([gap, length]) => {
          const from = at + gap;
          at = from + length;
          return { from, until: at };
        });
        const { x, ticks } = makeTimeAxis({ end: at + rest, waits: made }, width);
        let last = 0;
        for (let i = 0; i <= 20; i++) {
          const place = x(((at + rest) * i) / 20);
          expect(place).toBeGreaterThanOrEqual(last - 1e-6);
          last = place;
        }
        expect(last).toBeCloseTo(width, 3);
        for (const tick of ticks) expect(x(tick.at)).toBeLessThanOrEqual(width + 1);
      }),
    );
  });
});
