import { describe, expect, it } from "vitest";
import { findCriticalPath, findLargest } from "../../../../src/analysis/critical-path/find-critical-path.ts";
import { simulate } from "../../../../src/engine/simulate.ts";
import { healthyRun } from "../../../../src/model/run.ts";
import { readFlow } from "../../../fixtures/flow.ts";

function find(text: string, ...faults: string[]) {
  const { scenario, system } = readFlow(text);
  const trace = simulate(scenario, system, { ...healthyRun, faults: faults.map((id) => ({ id })) });
  const path = findCriticalPath(scenario, trace);
  const names = (legs: typeof path.least) =>
    legs.map((leg) => (leg.index === undefined ? `hop ${leg.hop}` : trace.messages[leg.index]?.text)).join(" ");
  return {
    trace,
    path,
    least: names(path.least),
    most: names(path.most),
    spare: [...path.spare].map((index) => trace.messages[index]?.text),
  };
}

describe("the critical path", () => {
  it("of a path without branches is the whole of it", () => {
    const { least, most, path, spare } = find(`
      # 1 one
      a -> b : x 5..15ms
      # 2 two
      b -> c : y 90..120ms`);
    expect([least, most, spare]).toEqual(["x y", "x y", []]);
    expect(path.parts).toEqual([
      { hop: 1, back: false, least: 5, most: 15, waits: 0 },
      { hop: 2, back: false, least: 90, most: 120, waits: 0 },
    ]);
    expect(findLargest(path.parts, "least")?.hop).toBe(2);
  });

  it("takes the branch that ends last, which may be one at best and another at worst", () => {
    const { least, most, spare } = find(`
      # 1 one
      a -> b : ask 1ms
      par
      b -> c : steady 20ms
      and
      b -> d : shaky 5..50ms
      and
      b -> e : short 2..4ms
      end
      b --> a : done 1ms`);
    expect(least).toBe("ask steady done");
    expect(most).toBe("ask shaky done");
    expect(spare).toEqual(["short"]);
  });

  it("never changes threads inside a par, however the times coincide", () => {
    const { least } = find(`
      # 1 one
      par
      a -> b : x1 10ms
      a -> b : x2 5ms
      and
      a -> c : y1 10ms
      a -> c : y2 10ms
      end`);
    expect(least).toBe("y1 y2");
  });

  it("leaves async work out, and counts a hop that takes its time without a message", () => {
    const { least, trace } = find(`
      # 1 one
      a -> b : x 5ms
      b -) c : later 500ms
      # 2 rendering 30ms
      # 3 three
      b --> a : y 5ms`);
    expect(least).toBe("x hop 2 y");
    expect(trace.total.min).toBe(40);
  });

  it("is taken over by a wait that a failure adds", () => {
    const { path } = find(
      `
      client a
      # 1 one
      a -> b : x 90..120ms
      # 2 two
      b -> c : y 1..2ms [timeout 15s]
      ! c-down c unreachable`,
      "c-down",
    );
    expect(findLargest(path.parts, "least")).toMatchObject({ hop: 2, waits: 15000 });
    expect(findLargest(path.parts, "most")).toMatchObject({ hop: 2 });
  });

  it("has no end where nobody states how long a wait takes", () => {
    const { most, path } = find(
      `
      client a
      # 1 one
      a -> b : x 90..120ms
      # 2 two
      b -> c : y 1..2ms
      ! c-down c unreachable`,
      "c-down",
    );
    expect(most).toBe("x y");
    expect(path.most.at(-1)?.until).toBe(Number.POSITIVE_INFINITY);
    expect(findLargest(path.parts, "most")).toMatchObject({ hop: 2, most: null });
  });

  it("is empty where no times are stated", () => {
    expect(find("# 1 one\na -> b : x").path).toMatchObject({ least: [], most: [], parts: [] });
  });
});
