import { describe, expect, it } from "vitest";
import { sampleRun } from "../../../src/engine/sample-run.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { shareOver } from "../../../src/model/distribution.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

function sample(text: string, fail = "", chosen = "", samples = 20_000, seed = 1) {
  const { scenario, system } = readFlow(text);
  const run = { ...readRun(fail, chosen), seed };
  return { trace: simulate(scenario, system, run), distribution: sampleRun(scenario, system, run, samples) };
}

/** The honeyDue budget: its ranges there and back. */
const budget = `
  # 1 to the edge 5..15ms
  app -> edge : a
  # 2 to the node 90..120ms
  edge -> node : b
  node -> gateway : c 0..1ms
  # 3 to the api 1..3ms
  gateway -> api : d
  # 4 to the db 20..60ms
  api -> api : parse 1..3ms
  api -> db : query
  db --> api : rows
  # 5 to the cache 0..1ms
  api -> cache : DEL
  cache --> api : OK
  # 6 back
  api -> api : generate 1..5ms
  api --> gateway : e 1..3ms
  gateway --> node : f 0..1ms
  node --> edge : g 90..120ms
  edge --> app : h 5..15ms
`;

describe("sampling", () => {
  it("spreads 214–347 ms so that 90 % of the runs take 252–309 ms", () => {
    const { trace, distribution } = sample(budget, "", "", 100_000);
    expect(trace.total).toEqual({ min: 214, max: 347 });
    expect(Math.abs(distribution.p5 - 252)).toBeLessThan(1.5);
    expect(Math.abs(distribution.p50 - 280.5)).toBeLessThan(1.5);
    expect(Math.abs(distribution.p95 - 309)).toBeLessThan(1.5);
    expect(distribution.sorted[0]).toBeGreaterThanOrEqual(214);
    expect(distribution.sorted.at(-1)).toBeLessThanOrEqual(347);
    expect(distribution.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(100_000);
  });

  it("gives the same samples for the same seed, and others for another", () => {
    expect(sample(budget).distribution.sorted).toEqual(sample(budget).distribution.sorted);
    expect(sample(budget, "", "", 100, 2).distribution.p50).not.toBe(sample(budget, "", "", 100, 3).distribution.p50);
  });

  it("is one draw per stated range, however many messages share it", () => {
    const { distribution } = sample("# 1 a 0..100ms\napp -> a : x\napp -> b : y\napp -> c : z\n");
    expect(distribution.p5).toBeCloseTo(5, 0);
    expect(distribution.p95).toBeCloseTo(95, 0);
  });

  it("is log-normal where percentiles are given", () => {
    const { distribution } = sample("app -> a : x p50 10..80ms", "", "", 100_000);
    expect(Math.abs(distribution.p50 - 10)).toBeLessThan(0.3);
    expect(Math.abs(distribution.p99 - 80)).toBeLessThan(5);
  });

  it("takes the longest of parallel threads", () => {
    const { distribution } = sample("par a\napp -> a : x 0..10ms\nand b\napp -> b : y 0..10ms\nend");
    // The median of the greater of two uniform draws is 10·√½.
    expect(distribution.p50).toBeCloseTo(7.07, 0);
  });

  it("goes by chances and shares where the reader left them open", () => {
    const fork = "alt hit [chance 80%]\napp -> a : x 1ms\nelse miss\napp -> b : y 9ms\nend\n! gone a error [share 1/4]";
    const { distribution } = sample(fork, "gone");
    expect(shareOver(distribution, 5)).toBeCloseTo(0.2, 1);
    expect(distribution.failed).toBeCloseTo(0.2, 1);
    expect(sample(fork, "gone", "gone=affected").distribution.failed).toBeCloseTo(0.8, 1);
    expect(sample(fork, "", "hit-1=miss").distribution.p5).toBe(9);
  });

  it("counts requests that a failure delays and that are answered apart from those that fail", () => {
    const delayed = "app -> a : x 1ms\n! tired a slow [share 1/4; +200ms]";
    expect(sample(delayed, "tired").distribution).toMatchObject({ failed: 0, slow: expect.closeTo(0.25, 1) });
    expect(sample(delayed).distribution.slow).toBe(0);
    expect(sample("app -> a : x 1ms\n! gone a error", "gone").distribution).toMatchObject({ failed: 1, slow: 0 });
  });

  it("counts a wait that nobody documents as open", () => {
    const silent = "app -> a : x 1ms\n! gone a unreachable";
    expect(sample(silent, "gone").distribution.open).toBe(true);
    expect(sample(silent).distribution.open).toBe(false);
  });

  it("stops when it is told to, and takes no samples without complaint", () => {
    const { scenario, system } = readFlow(budget);
    expect(sampleRun(scenario, system, readRun(), 100_000, () => false).samples).toBe(10_000);
    expect(sampleRun(scenario, system, readRun(), 0).bins).toEqual([]);
  });
});
