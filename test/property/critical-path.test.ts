import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCriticalPath } from "../../src/analysis/critical-path/find-critical-path.ts";
import { lengthOf, type TimedLeg } from "../../src/analysis/critical-path/timed-legs.ts";
import { simulate } from "../../src/engine/simulate.ts";
import { healthyRun, type Run } from "../../src/model/run.ts";
import { readFlow } from "../fixtures/flow.ts";

const name = fc.constantFrom("app", "edge", "api", "db");
const figure = fc.constantFrom(" 1..5ms", " 0..10ms", " 3ms", " 7..8ms", " 2..30ms");
const note = fc.constantFrom("", "", "", " [async]", " [retry 2]");

const { steps } = fc.letrec<{ steps: string[]; step: string[] }>((tie) => ({
  steps: fc.array(tie("step"), { maxLength: 4, depthIdentifier: "block" }).map((all) => all.flat()),
  step: fc.oneof(
    { depthIdentifier: "block", maxDepth: 4, withCrossShrink: true },
    fc
      .tuple(name, fc.constantFrom("->", "->", "-->", "-)"), name, figure, note)
      .map(([from, arrow, to, time, notes]) => [`${from} ${arrow} ${to} : m${time}${notes}`]),
    fc
      .tuple(
        fc.constantFrom(["par", "and", "and"], ["par", "and"], ["alt a", "else b"], ["loop 2 times"], ["rect"]),
        fc.array(tie("steps"), { minLength: 3, maxLength: 3 }),
      )
      .map(([heads, bodies]) => [...heads.flatMap((head, i) => [head, ...(bodies[i] ?? [])]), "end"]),
  ),
}));

const flow = fc
  .array(fc.tuple(fc.constantFrom("", " 1..4ms"), steps), { minLength: 1, maxLength: 3 })
  .map((hops) =>
    [
      "client app",
      "gateway edge",
      ...hops.flatMap(([time, inside], i) => [`# ${i + 1} hop${time}`, ...inside]),
      "! db-refused db refused",
      "! db-slow db slow [x3]",
      "! api-error api error 500 [continue]",
      "! edge-gone edge unreachable",
    ].join("\n"),
  );

const faults = fc
  .subarray(["db-refused", "db-slow", "api-error", "edge-gone"])
  .map((ids): Run => ({ ...healthyRun, faults: ids.map((id) => ({ id })) }));

const sum = (legs: readonly TimedLeg[]) => legs.reduce((total, leg) => total + lengthOf(leg), 0);

describe("laws of the critical path", () => {
  it("adds up to the total, at least and at most, leg after leg without a gap", () => {
    fc.assert(
      fc.property(flow, faults, (text, run) => {
        const { scenario, system } = readFlow(text);
        const trace = simulate(scenario, system, run);
        const { least, most, parts } = findCriticalPath(scenario, trace);
        expect(sum(least)).toBeCloseTo(trace.total.min, 6);
        expect(sum(most)).toBeCloseTo(trace.total.max ?? Number.POSITIVE_INFINITY, 6);
        expect(parts.reduce((all, part) => all + part.least, 0)).toBeCloseTo(trace.total.min, 6);
        for (const legs of [least, most]) {
          for (const [i, leg] of legs.entries()) expect(leg.from).toBe(legs[i - 1]?.until ?? 0);
          const orders = legs.map((leg) => leg.order);
          expect(orders).toEqual([...orders].sort((a, b) => a - b));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("holds no async work", () => {
    fc.assert(
      fc.property(flow, faults, (text, run) => {
        const { scenario, system } = readFlow(text);
        const trace = simulate(scenario, system, run);
        const { least, most } = findCriticalPath(scenario, trace);
        for (const { index } of [...least, ...most]) {
          if (index !== undefined) expect(trace.messages[index]?.aside).toBe(false);
        }
      }),
    );
  });

  it("is all that counts: a leg that is not on it can take no time at all, and the total stays", () => {
    fc.assert(
      fc.property(flow, (text) => {
        const { scenario, system } = readFlow(text);
        const trace = simulate(scenario, system, healthyRun);
        const lines = text.split("\n");
        for (const index of findCriticalPath(scenario, trace).spare) {
          const message = trace.messages[index];
          // In a loop, the same line may decide in another round.
          if (message?.line === undefined || message.iteration !== undefined) continue;
          const without = lines.map((line, i) =>
            i + 1 === message.line ? line.replace(/ : m [\d.]+ms/u, " : m 0ms") : line,
          );
          const changed = readFlow(without.join("\n"));
          expect(simulate(changed.scenario, changed.system, healthyRun).total).toEqual(trace.total);
        }
      }),
      { numRuns: 300 },
    );
  });
});
