import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getVerdict } from "../../src/analysis/get-verdict.ts";
import { orderLayers } from "../../src/analysis/order-layers.ts";
import { sayVerdict } from "../../src/analysis/say-verdict.ts";
import { sampleRun } from "../../src/engine/sample-run.ts";
import { simulate } from "../../src/engine/simulate.ts";
import { walkRun } from "../../src/engine/walk-run.ts";
import { faultKinds } from "../../src/model/fault.ts";
import { messagesIn } from "../../src/model/messages-in.ts";
import { healthyRun, type Run } from "../../src/model/run.ts";
import type { Block, Step } from "../../src/model/step.ts";
import type { Trace } from "../../src/model/trace.ts";
import { readFlow } from "../fixtures/flow.ts";

const names = ["app", "edge", "api", "db", "cache"];
const name = fc.constantFrom(...names);
const figure = fc.constantFrom("", " 1..5ms", " 0..10ms", " 30ms", " p50 4..20ms");
const note = fc.constantFrom(
  "",
  "",
  "",
  "effect",
  "async",
  "timeout 20ms",
  "retry 2",
  "via wire",
  "on db-fault continue",
  "on api-fault fail 503",
  "on cache-fault take b",
  "on edge-fault +20ms",
);

const message = fc
  .tuple(name, fc.constantFrom("->", "->", "-->", "-)", "->-"), name, figure, note, note)
  .map(([from, arrow, to, time, one, two]) => {
    const notes = [one, two].filter((each) => each !== "").join("; ");
    return [`${from} ${arrow} ${to} : m${time}${notes === "" ? "" : ` [${notes}]`}`];
  });

const { steps } = fc.letrec<{ steps: string[]; step: string[] }>((tie) => ({
  steps: fc.array(tie("step"), { maxLength: 5, depthIdentifier: "block" }).map((all) => all.flat()),
  step: fc.oneof(
    { depthIdentifier: "block", maxDepth: 4, withCrossShrink: true },
    message,
    fc
      .tuple(
        fc.constantFrom(
          ["alt a", "else b", "else db fault"],
          ["opt maybe"],
          ["opt no [default no]"],
          ["par", "and"],
          ["critical", "option timeout", "option failed"],
          ["break db fails"],
          ["loop 3 times"],
          ["loop 40 times"],
          ["rect"],
          ["rect [async]"],
          ["alt a [on db-fault take b]", "else b"],
          ["opt maybe 5..10ms"],
        ),
        fc.array(tie("steps"), { minLength: 3, maxLength: 3 }),
      )
      .map(([heads, bodies]) => [...heads.flatMap((head, i) => [head, ...(bodies[i] ?? [])]), "end"]),
  ),
}));

const flow = fc
  .tuple(
    fc.array(fc.tuple(figure, steps), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(
        fc.constantFrom(...names, "wire"),
        fc.constantFrom(...faultKinds),
        fc.constantFrom("", "continue", "share 1/3", "share some", "+5..9ms", "x3", "continue; share 1/2"),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([hops, faults]) =>
    [
      "client app",
      "gateway edge",
      "layer wire network",
      ...hops.flatMap(([time, inside], i) => [`# ${i + 1} hop${time}`, ...inside]),
      ...faults.map(([layer, kind, notes]) => `! ${layer}-fault ${layer} ${kind} [${notes}]`),
    ].join("\n"),
  );

const run: fc.Arbitrary<Run> = fc.record({
  faults: fc.array(
    fc.record(
      {
        id: fc.constantFrom(...names.map((each) => `${each}-fault`), "wire-fault", "nobody"),
        onset: fc.record({ hop: fc.integer({ min: 1, max: 5 }), message: fc.integer({ min: 1, max: 6 }) }),
      },
      { requiredKeys: ["id"] },
    ),
    { maxLength: 6 },
  ),
  choices: fc.dictionary(fc.constantFrom("a-3", "maybe-4", "nothing"), fc.constantFrom("a", "b", "yes", "no", "?")),
  sides: fc.dictionary(fc.constantFrom("db-fault", "wire-fault"), fc.constantFrom("affected", "unaffected")),
  seed: fc.integer(),
}) as fc.Arbitrary<Run>;

function play(text: string, how: Run): Trace {
  const { scenario, system } = readFlow(text);
  return simulate(scenario, system, how);
}

/** Rounding in the last binary places. */
const hair = 1e-6;

describe("laws of a run", () => {
  it("is the same every time", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        expect(play(text, how)).toEqual(play(text, how));
      }),
    );
  });

  it("gives every message of the path one outcome, in the order of the text", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        const { scenario } = readFlow(text);
        const known = new Set(scenario.hops.flatMap((hop) => messagesIn(hop.steps)).map((each) => each.n));
        const trace = play(text, how);
        const seen = new Set<number>();
        for (const [i, each] of trace.messages.entries()) {
          expect(each.index).toBe(i);
          if (each.outcome === "added") {
            expect(each.n).toBeUndefined();
            continue;
          }
          expect(known.has(each.n ?? -1)).toBe(true);
          if (each.iteration !== undefined) continue;
          expect(seen.has(each.n ?? -1)).toBe(false);
          seen.add(each.n ?? -1);
        }
      }),
    );
  });

  it("keeps every time inside its range, and never ends before it starts", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        const trace = play(text, how);
        for (const { start, end, drawn } of trace.messages) {
          for (const [range, at] of [
            [start, drawn.start],
            [end, drawn.end],
          ] as const) {
            expect(at).toBeGreaterThanOrEqual(range.min - hair);
            if (range.max !== null) expect(at).toBeLessThanOrEqual(range.max + hair);
          }
          expect(drawn.start).toBeLessThanOrEqual(drawn.end + hair);
          expect(start.min).toBeLessThanOrEqual(end.min + hair);
          if (end.max !== null) expect(start.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(end.max + hair);
        }
        expect(trace.drawnTotal).toBeLessThanOrEqual(trace.drawnEnd + hair);
      }),
    );
  });

  it("comes to the same when it is walked without a clock", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        const { scenario, system } = readFlow(text);
        const { messages, decisions, status, lost } = simulate(scenario, system, how);
        const walked = walkRun(scenario, system, how);
        expect(walked.decisions).toEqual(decisions);
        expect(walked.status).toBe(status);
        expect([...walked.lost].sort()).toEqual(lost.map(({ text: each }) => each).sort());
        expect(walked.messages).toEqual(
          messages.map(({ bites, aside, hop, inHop }) => ({ bites, aside, hop, ...(inHop ? { inHop } : {}) })),
        );
      }),
    );
  });

  it("without faults is ok, and nothing fails or is skipped", () => {
    fc.assert(
      fc.property(flow, (text) => {
        const { scenario, system } = readFlow(text);
        const trace = simulate(scenario, system, healthyRun);
        expect(getVerdict(scenario, system, trace).outcome).toBe("ok");
        for (const each of trace.messages) expect(each.outcome).toBe("ok");
      }),
    );
  });

  it("accounts for every fault that is on, and always has words for what happened", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        const { scenario, system } = readFlow(text);
        const trace = simulate(scenario, system, how);
        const verdict = getVerdict(scenario, system, trace);
        const { headline } = sayVerdict(scenario, system, trace, verdict);
        expect(headline).toMatch(/\.$/);
        expect(headline).not.toMatch(/undefined|null|NaN|Infinity/);
        expect(verdict.because.length).toBeGreaterThan(0);
        expect(verdict.outcome === "failed" || verdict.outcome === "partial").toBe(trace.brokeAt !== undefined);
        orderLayers(scenario, system, trace);
        const bitten = new Set(trace.messages.flatMap((each) => each.bites.map((bite) => bite.fault)));
        for (const id of [...trace.notReached, ...trace.notHere]) expect(bitten.has(id)).toBe(false);
      }),
    );
  });

  it("is not changed by a fault that begins behind its end", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        const late = { id: "db-fault", onset: { hop: 99, message: 1 } };
        const without = { ...how, faults: how.faults.filter((each) => each.id !== late.id) };
        const one = play(text, without);
        const two = play(text, { ...without, faults: [...without.faults, late] });
        expect(two.messages).toEqual(one.messages);
        expect(two.total).toEqual(one.total);
      }),
    );
  });

  it("is not changed before an onset", () => {
    fc.assert(
      fc.property(flow, fc.integer({ min: 2, max: 4 }), (text, hop) => {
        if (text.includes("timeout")) return;
        const late = { ...healthyRun, faults: [{ id: "api-fault", onset: { hop, message: 1 } }] };
        const upToThere = (trace: Trace) =>
          trace.messages.filter((each) => each.hop < hop).map((each) => [each.n, each.outcome, each.drawn]);
        expect(upToThere(play(text, late))).toEqual(upToThere(play(text, healthyRun)));
      }),
    );
  });

  it("samples lie between the least and the most", () => {
    fc.assert(
      fc.property(flow, run, (text, how) => {
        if (text.includes("p50") || text.includes("share")) return;
        const { scenario, system } = readFlow(text);
        const { total } = simulate(scenario, system, how);
        const { sorted } = sampleRun(scenario, system, how, 20);
        expect(sorted[0]).toBeGreaterThanOrEqual(total.min - hair);
        if (total.max !== null) expect(sorted.at(-1)).toBeLessThanOrEqual(total.max + hair);
      }),
    );
  });
});

describe("deep and long diagrams", () => {
  const base = readFlow("client app\napp -> api : x 1..2ms\n! api-fault api error 500 [continue]");
  const leaf = base.scenario.hops[0]?.steps[0];

  function nest(depth: number, type: Block["type"]): Step[] {
    const span = { start: 0, end: 0, line: 1, column: 1 };
    let inside: readonly Step[] = leaf === undefined ? [] : [leaf];
    for (let i = 0; i < depth; i++) {
      inside = [
        {
          kind: "block",
          type,
          branches: [{ id: "a", text: "2 times", steps: inside, span }],
          async: false,
          on: [],
          span,
        },
      ];
    }
    return [...inside];
  }

  it.each(["alt", "par", "loop", "critical", "rect"] as const)("plays 20,000 nested blocks of type %s", (type) => {
    const [hop] = base.scenario.hops;
    if (hop === undefined) throw new Error("the flow has a hop");
    const scenario = { ...base.scenario, hops: [{ ...hop, steps: nest(20_000, type) }] };
    const trace = simulate(scenario, base.system, { ...healthyRun, faults: [{ id: "api-fault" }] });
    expect(trace.messages.length).toBeGreaterThan(0);
    expect(getVerdict(scenario, base.system, trace).outcome).toBe("degraded");
  });
});
