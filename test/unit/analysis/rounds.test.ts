import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { makeRounds, roundsPerSet } from "../../../src/analysis/rounds/make-rounds.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import type { Round } from "../../../src/model/round.ts";
import { healthyRun } from "../../../src/model/run.ts";
import { listRoundCases } from "../../../src/session/round-cases.ts";
import { readFlow } from "../../fixtures/flow.ts";
import { honeydue } from "../../golden/honeydue.ts";

const { system } = honeydue;
const scenarios = honeydue.chapters.flatMap((chapter) => chapter.scenarios);
const task = scenarios.find(({ title }) => title === "User creates a task");

/** What the engine answers to a round, in the round's own terms; undefined where the chapter does not say. */
function engineAnswers(scenario: (typeof scenarios)[number], { kind, about }: Round): string | undefined {
  const run = { ...healthyRun, faults: [{ id: about.fault }], choices: about.choices };
  const verdict = getVerdict(scenario, system, simulate(scenario, system, run));
  if (kind === "answers") return verdict.outcome;
  if (kind === "layer") return verdict.layer;
  return verdict.outcome === "ok" ? "nothing out of the ordinary" : verdict.userSees?.toLowerCase().replace(/\.$/, "");
}

describe("rounds", () => {
  it("have one right option, which is what the engine says, and options that differ in words", () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.integer({ min: 1, max: 9999 }), (scenario, set) => {
        for (const round of makeRounds(system, listRoundCases(scenario, system), set)) {
          expect(engineAnswers(scenario, round)).toBe(round.right);
          expect(round.options.filter(({ id }) => id === round.right)).toHaveLength(1);
          const words = round.options.map(({ text }) => text.toLowerCase());
          expect(new Set(words).size).toBe(words.length);
          expect(words.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are the same for the same set, and others for another", () => {
    if (!task) throw new Error("the shipped library lost its first scenario");
    const cases = listRoundCases(task, system);
    expect(makeRounds(system, cases, 3)).toEqual(makeRounds(system, cases, 3));
    expect(makeRounds(system, cases, 3)).not.toEqual(makeRounds(system, cases, 4));
  });

  it("spread over failures and kinds, easy ones first", () => {
    if (!task) throw new Error("the shipped library lost its first scenario");
    const rounds = makeRounds(system, listRoundCases(task, system), 1);
    expect(rounds).toHaveLength(roundsPerSet);
    expect(new Set(rounds.map(({ about }) => about.fault)).size).toBe(roundsPerSet);
    expect(new Set(rounds.map(({ kind }) => kind)).size).toBe(3);
    expect(rounds[0]?.kind).toBe("answers");
    expect(rounds.at(-1)?.kind).toBe("layer");
  });

  it("never offer a layer whose own failure looks the same", () => {
    const flow = readFlow(`
      # 1
      app -> one : a 1..2ms
      one -> two : b 1..2ms
      two -> three : c 1..2ms
      ! one-down one error 500 [sees an error]
      ! two-down two error 500 [sees An error.]
      ! three-down three error 503 [sees a maintenance page]
    `);
    const cases = listRoundCases(flow.scenario, flow.system);
    for (let set = 1; set < 30; set++) {
      for (const round of makeRounds(flow.system, cases, set)) {
        if (round.kind !== "layer" || round.about.fault !== "one-down") continue;
        expect(round.options.map(({ id }) => id)).not.toContain("two");
      }
    }
  });

  it("do not ask what the chapter does not say", () => {
    const flow = readFlow(`
      # 1
      app -> api : a 1..2ms
      ! api-down api refused
    `);
    const rounds = makeRounds(flow.system, listRoundCases(flow.scenario, flow.system), 1);
    expect(rounds.map(({ kind }) => kind)).toEqual(["answers"]);
  });

  it("there are none without failures", () => {
    const flow = readFlow("# 1\napp -> api : a 1..2ms");
    expect(makeRounds(flow.system, listRoundCases(flow.scenario, flow.system), 1)).toEqual([]);
  });
});
