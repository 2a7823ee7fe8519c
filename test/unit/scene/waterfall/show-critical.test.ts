import { describe, expect, it } from "vitest";
import { simulate } from "../../../../src/engine/simulate.ts";
import { healthyRun } from "../../../../src/model/run.ts";
import { layoutWaterfall } from "../../../../src/scene/waterfall/layout-waterfall.ts";
import { getPart, showCritical } from "../../../../src/scene/waterfall/show-critical.ts";
import { readFlow } from "../../../fixtures/flow.ts";

function show(text: string, ...faults: string[]) {
  const { scenario, system } = readFlow(text);
  const healthy = simulate(scenario, system, healthyRun);
  const trace = simulate(scenario, system, { ...healthyRun, faults: faults.map((id) => ({ id })) });
  const critical = showCritical(scenario, system, trace, healthy);
  return { critical, rows: layoutWaterfall(scenario, system, trace).rows };
}

const atlantic = `
  client a
  # 1 Phone to edge 5..15ms
  a -> b : x
  # 2 The Atlantic 90..120ms
  b -> c : y
  # 3 To the pod 1..2ms
  c -> d : z [timeout 15s]
  ! d-gone d unreachable [title Pod gone]
  ! edge-error b error 500 [title Edge broken]`;

describe("what decides the total, in words", () => {
  it("names the leg with its shares at best and at worst", () => {
    expect(show(atlantic).critical.sentence).toBe(
      "Hop 2 “The Atlantic” decides most: 94 % at best, 88 % at worst, 90–120 ms of 96–137 ms.",
    );
  });

  it("says which wait takes over under a failure", () => {
    expect(show(atlantic, "d-gone").critical.sentence).toMatch(
      /^With Pod gone on, the wait in hop 3 “To the pod” takes over from hop 2 “The Atlantic”: 15 s of /,
    );
  });

  it("lets no wait take over from the hop it is in", () => {
    const text = atlantic.replace("b -> c : y", "b -> c : y [timeout 15s]");
    expect(show(`${text}\n  ! c-gone c unreachable [title Node gone]`, "c-gone").critical.sentence).toMatch(
      /^With Node gone on, the wait in hop 2 “The Atlantic” decides most: /,
    );
  });

  it("does not call it a takeover when the request only dies early", () => {
    expect(show(atlantic, "edge-error").critical.sentence).toMatch(/^Hop 1 .* decides most/);
  });

  it("marks what decides only where something runs beside it", () => {
    const { critical, rows } = show(`
      # 1 one
      par
      a -> b : long 20ms
      and
      a -> c : short 2ms
      end`);
    expect(critical.sentence).toContain("1 message runs beside it and delays nothing.");
    expect(rows[0]?.messages.map((row) => getPart(row, critical.spare))).toEqual(["decides", "spare"]);
    expect(getPart(rows[0] ?? neverRow, new Set())).toBeUndefined();
  });

  it("says nothing where no times are stated", () => {
    expect(show("# 1 one\na -> b : x").critical.sentence).toBeUndefined();
  });
});

const neverRow = { key: "", kind: "hop", hop: 1, label: "", tone: "quiet", figure: "", messages: [] } as const;
