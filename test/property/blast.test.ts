import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getVerdict } from "../../src/analysis/get-verdict.ts";
import { simulate } from "../../src/engine/simulate.ts";
import type { System } from "../../src/model/chapter.ts";
import { faultKinds } from "../../src/model/fault.ts";
import type { FaultId } from "../../src/model/ids.ts";
import { healthyRun } from "../../src/model/run.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import { computeBlast, computePairs } from "../../src/session/compute-blast.ts";
import { readFlow } from "../fixtures/flow.ts";
import { honeydue } from "../golden/honeydue.ts";

const names = ["app", "edge", "api", "db"];
const name = fc.constantFrom(...names);
const message = fc
  .tuple(
    name,
    fc.constantFrom("->", "->", "-->", "-)"),
    name,
    fc.constantFrom("", " 1..5ms", " 30ms", " 10..40ms"),
    fc.constantFrom("", "", "timeout 20ms", "retry 2", "via wire", "on db-fault continue", "on edge-fault +20ms"),
  )
  .map(([from, arrow, to, time, note]) => `${from} ${arrow} ${to} : m${time}${note === "" ? "" : ` [${note}]`}`);

const part = fc.oneof(
  { weight: 4, arbitrary: message.map((line) => [line]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          ["alt a", "else db fault"],
          ["alt a [on db-fault take b]", "else b"],
          ["par", "and"],
          ["critical", "option timeout"],
          ["opt maybe", undefined],
        ),
        message,
        message,
      )
      .map(([[head, other], one, two]) => [
        head ?? "",
        one,
        ...(other === undefined ? [] : [other]),
        ...(other === undefined ? [] : [two]),
        "end",
      ]),
  },
);

/** A whole library of one scenario: its client may give up, and each failure is on a layer that may not be drawn. */
const flow = fc
  .tuple(
    fc.constantFrom("", "budget 20..30ms", "budget 20..30ms [timeout 25ms]", "budget 5..9ms [timeout 5s]"),
    fc.array(fc.array(part, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
    fc.array(
      fc.tuple(
        fc.constantFrom(...names, "wire"),
        fc.constantFrom(...faultKinds),
        fc.constantFrom("", "continue", "share 1/3", "+5..9ms", "x3", "continue; share 1/2"),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([budget, hops, faults]) =>
    [
      "client app",
      "gateway edge",
      "layer wire network",
      ...(budget === "" ? [] : [budget]),
      ...hops.flatMap((parts, i) => [`# ${i + 1} hop`, ...parts.flat()]),
      ...[...new Map(faults.map((each) => [each[0], each])).values()].map(
        ([layer, kind, notes]) => `! ${layer}-fault ${layer} ${kind} [${notes}]`,
      ),
    ].join("\n"),
  );

/** What a cell says, taken the long way: the whole trace, its times, and the verdict with its reasons. */
function playWhole(scenario: Scenario, system: System, ids: readonly FaultId[]) {
  const trace = simulate(scenario, system, { ...healthyRun, faults: ids.map((id) => ({ id })) });
  const { outcome, hop, layer, userSees } = getVerdict(scenario, system, trace);
  return { outcome, hop, layer, userSees };
}

function compareAll(scenarios: readonly Scenario[], system: System): void {
  const blast = computeBlast(scenarios, system);
  for (const { fault, scenario: id, outcome, hop, layer, userSees } of blast.cells) {
    const scenario = scenarios.find((each) => each.id === id);
    if (scenario === undefined) throw new Error(`a cell of no scenario: ${id}`);
    expect({ outcome, hop, layer, userSees }).toEqual(playWhole(scenario, system, [fault]));
  }
  for (const { faults, scenario: id, outcome } of computePairs(scenarios, system, blast)) {
    const scenario = scenarios.find((each) => each.id === id);
    if (scenario === undefined) throw new Error(`a pair of no scenario: ${id}`);
    expect(outcome).toBe(playWhole(scenario, system, faults).outcome);
  }
}

describe("a cell of the blast radius", { timeout: 30_000 }, () => {
  it("says what the whole run's verdict says", () => {
    fc.assert(
      fc.property(flow, (text) => {
        const { scenario, system } = readFlow(text);
        compareAll([scenario], system);
      }),
      { numRuns: 300 },
    );
  });

  it("says it over the shipped library too", () => {
    compareAll(
      honeydue.chapters.flatMap((chapter) => chapter.scenarios),
      honeydue.system,
    );
  });
});
