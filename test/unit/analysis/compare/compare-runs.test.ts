import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compared, compareRuns } from "../../../../src/analysis/compare/compare-runs.ts";
import { mirrorDifference } from "../../../../src/analysis/compare/difference.ts";
import { sayDifferences } from "../../../../src/analysis/compare/say-differences.ts";
import { getVerdict } from "../../../../src/analysis/get-verdict.ts";
import { simulate } from "../../../../src/engine/simulate.ts";
import { differencesMarkdown } from "../../../../src/export/differences-markdown.ts";
import { pairMessages } from "../../../../src/model/pair-messages.ts";
import { healthyRun, type Run } from "../../../../src/model/run.ts";
import { joinRuns } from "../../../../src/player/join-runs.ts";
import { makeTrack } from "../../../../src/player/track.ts";
import { readFlow } from "../../../fixtures/flow.ts";

const flow = `
client app
gateway edge
layer wire network
# 1 App → edge 5..15ms
app -> edge : POST /x 10..20ms [timeout 15s]
# 2 edge → api 3..4ms
edge -> api : POST /x [via wire; retry 2]
loop 3 times
api -> cache : GET 1..2ms [on cache-down continue]
cache --> api : value
end
alt hit [on cache-down take miss]
api -> api : read
else miss
api -> db : SELECT 5ms
db --> api : rows
end
par
api -> mail : send [effect; async]
and
api -> db : INSERT 9ms
db --> api : done
end
# 3 edge → App 5ms
api --> edge : 201
edge --> app : 201
! edge-down edge refused 502
! wire-slow wire slow [+200ms]
! api-down api error 500
! cache-down cache unreachable
! db-down db error 500 [share 1/3]
! mail-down mail lost
`;
const { scenario, system } = readFlow(flow);
const faults = system.faults.map(({ id }) => id);
const onset = fc.record({ hop: fc.integer({ min: 1, max: 3 }), message: fc.integer({ min: 1, max: 6 }) });
const choice = scenario.choices[0];
const runs: fc.Arbitrary<Run> = fc.record({
  faults: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(...faults).map((id) => ({ id })),
      fc.record({ id: fc.constantFrom(...faults), onset }),
    ),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  choices: fc.constantFrom({}, { [choice?.id ?? ""]: choice?.branches[1]?.id ?? "" }),
  sides: fc.constantFrom({}, { "db-down": "unaffected" as const }),
  seed: fc.constant(1),
});

function play(run: Run): Compared {
  const trace = simulate(scenario, system, run);
  return { trace, verdict: getVerdict(scenario, system, trace) };
}

describe("the differences of two runs", () => {
  it("are none for a run and itself", () => {
    fc.assert(fc.property(runs, (run) => void expect(compareRuns(play(run), play(run))).toEqual([])));
  });

  it("are the same ones, mirrored, from the other side", () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const [a, b] = [play(one), play(other)];
        expect(compareRuns(b, a).map(mirrorDifference)).toEqual(compareRuns(a, b));
      }),
    );
  });

  it("name every changed outcome exactly once, and each difference once", () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const [a, b] = [play(one), play(other)];
        const found = compareRuns(a, b);
        for (const pair of pairMessages(a.trace, b.trace)) {
          if (pair.a?.outcome === pair.b?.outcome) continue;
          const named = found.filter(
            (each) => (each.kind === "message" || each.kind === "added") && each.key === pair.key,
          );
          expect(named, pair.key).toHaveLength(1);
        }
        expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(found.length);
      }),
    );
  });

  it("are said without losing one", () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const found = compareRuns(play(one), play(other));
        const said = sayDifferences(scenario, system, found);
        const messages = found.flatMap((each) => (each.kind === "message" || each.kind === "added" ? [each.key] : []));
        expect(said.flatMap((each) => each.messages.map(({ key }) => key))).toEqual(messages);
        for (const each of said) expect(each.a === each.b && each.by === undefined, JSON.stringify(each)).toBe(false);
      }),
    );
  });

  it("say two times exactly that rounding would make one", () => {
    const times = { a: { min: 214, max: 347 }, b: { min: 214, max: 346.75 } };
    const [total] = sayDifferences(scenario, system, [{ kind: "total", ...times }]);
    expect(total).toMatchObject({ a: "214–347 ms", b: "214–346.75 ms", by: "up to 0.25 ms less" });
    const [back] = sayDifferences(scenario, system, [{ kind: "total", a: times.b, b: times.a }]);
    expect(back?.by).toBe("up to 0.25 ms more");
  });

  it("tell what a broken run does not do any more", () => {
    const found = compareRuns(play(healthyRun), play({ ...healthyRun, faults: [{ id: "edge-down" }] }));
    const said = sayDifferences(scenario, system, found);
    expect(said[0]).toMatchObject({ kind: "answer", a: "works", b: expect.stringMatching(/^fails with 502/) });
    expect(said.find(({ kind, hop }) => kind === "hop" && hop === 2)).toMatchObject({ b: "never reached" });
    const text = differencesMarkdown(scenario, { a: "Healthy", b: "a|b" }, said);
    expect(text).toContain("a\\|b");
    expect(text).toMatch(/### Hop 2 — edge → api\n\n\| \| Healthy \|/);
    expect(differencesMarkdown(scenario, { a: "x", b: "y" }, [])).toContain("The two runs are the same.");
  });
});

describe("two runs under one playhead", () => {
  it("both stand at the same message wherever it is, and each passes all of its own in turn", () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const sides = { a: play(one).trace, b: play(other).trace };
        const played = {
          a: { trace: sides.a, track: makeTrack(sides.a) },
          b: { trace: sides.b, track: makeTrack(sides.b) },
        };
        const joined = joinRuns(played.a, played.b);
        const pairs = new Map(pairMessages(sides.a, sides.b).map((pair) => [pair.key, pair]));
        expect(joined.joined.track.steps).toHaveLength(joined.keys.length);
        for (const side of ["a", "b"] as const) {
          const { track } = played[side];
          for (const step of track.steps.keys()) {
            const there = joined.stepOf(side, step);
            expect(joined.at(side, { step: there, fraction: 0.5 })).toEqual({ step, fraction: 0.5 });
            const message = pairs.get(joined.keys[there] ?? "")?.[side];
            expect(message?.index).toBe(track.steps[step]?.index);
          }
          const end = { step: joined.keys.length - 1, fraction: 1 };
          if (track.steps.length > 0)
            expect(joined.at(side, end)).toEqual({ step: track.steps.length - 1, fraction: 1 });
          expect(joined.at(side, { step: -1, fraction: 0 })).toEqual({ step: -1, fraction: 0 });
        }
      }),
    );
  });
});
