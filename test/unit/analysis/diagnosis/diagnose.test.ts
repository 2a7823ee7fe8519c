import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readSeen } from "../../../../src/analysis/diagnosis/read-seen.ts";
import { nameSymptom } from "../../../../src/analysis/diagnosis/symptom.ts";
import { faultKinds } from "../../../../src/model/fault.ts";
import { type Asked, askLibrary, diagnose } from "../../../../src/session/diagnose.ts";
import { type Entry, readSaw } from "../../../../src/session/diagnosis-subjects.ts";
import { printDiagnosis } from "../../../../src/session/diagnosis-text.ts";
import { sayDiagnosis, sayLimits, titlesOf } from "../../../../src/session/say-diagnosis.ts";
import { readFlow } from "../../../fixtures/flow.ts";
import { honeydue } from "../../../golden/honeydue.ts";
import { runHopwise } from "../../cli/run-hopwise.ts";

// The laws ask thousands of times.
vi.setConfig({ testTimeout: 60_000 });

const entries = honeydue.chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => ({ chapter, scenario })));
const shipped = askLibrary(entries, honeydue.system);

function ask(...said: readonly (readonly [string, string])[]) {
  const observations = said.map(([subject, what]) => {
    const read = readSaw(entries, honeydue.system, { subject, what });
    if (!read) throw new Error(subject);
    return read;
  });
  return diagnose(shipped, observations);
}

/** Feeds back what some failures do in scenarios, way by way, and expects them first, alone or among equals. */
function expectFirst(asked: Asked, faults: readonly string[], where: readonly Entry[]) {
  const longest = Math.max(...where.map(({ scenario }) => asked.book.ways(scenario, faults).length));
  for (let way = 0; way < longest; way++) {
    const observations = where.map(({ scenario }) => {
      const ways = asked.book.ways(scenario, faults);
      const symptom = ways[Math.min(way, ways.length - 1)]?.symptom;
      if (!symptom) throw new Error(scenario.id);
      return { kind: "seen" as const, scenario: scenario.id, seen: readSeen(nameSymptom(symptom)) };
    });
    const { suspects } = diagnose(asked, observations);
    const score = suspects.find((one) => one.faults.join() === faults.join())?.score;
    const best = suspects[0];
    // A pair that says no more than one of its halves is not listed beside it.
    const half = faults.length === 2 && best?.faults.length === 1 && best.fits.every((fit) => fit === "explains");
    if (!half) expect(score, `${faults.join()} ${JSON.stringify(observations)}`).toBeCloseTo(best?.score ?? -1, 6);
  }
}

describe("a failure's symptoms lead back to it", () => {
  test("for every failure and every scenario of the shipped library, each alone and all together", () => {
    for (const { id } of honeydue.system.faults) {
      for (const entry of entries) expectFirst(shipped, [id], [entry]);
      expectFirst(shipped, [id], entries);
    }
  });

  test("for every pair, all scenarios together", () => {
    const ids = honeydue.system.faults.map(({ id }) => id);
    for (const [at, a] of ids.entries()) {
      for (const b of ids.slice(at + 1)) expectFirst(shipped, [a, b], entries);
    }
  });

  test("in what the chapter itself says that the user sees", () => {
    for (const { id, userSees } of honeydue.system.faults) {
      for (const { scenario } of entries) {
        const bad = shipped.book.ways(scenario, [id]).some(({ symptom }) => symptom.outcome !== "ok");
        if (!bad || userSees === undefined) continue;
        const { suspects } = ask([scenario.id, userSees]);
        expect(suspects.find(({ faults }) => faults.join() === id)?.score, id).toBeCloseTo(suspects[0]?.score ?? -1, 6);
      }
    }
  });

  const names = ["app", "edge", "api", "db"];
  const name = fc.constantFrom(...names);
  const line = fc
    .tuple(
      name,
      fc.constantFrom("->", "-->", "-)"),
      name,
      fc.constantFrom("", " [effect]", " [retry 2]", " [via wire]"),
    )
    .map(([from, arrow, to, notes]) => `${from} ${arrow} ${to} : m${notes}`);
  const flows = fc
    .tuple(
      fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      fc.array(
        fc.tuple(
          fc.constantFrom(...names, "wire"),
          fc.constantFrom(...faultKinds),
          fc.constantFrom("", "continue", "share 1/3", "share some"),
          fc.constantFrom("", " 500", " 521"),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map(([scenarios, faults]) => {
      const shared = ["client app", "layer wire network", ...names.slice(1).map((each) => `service ${each}`)];
      const rows = faults.map(([layer, kind, note, status], at) => `! f${at} ${layer} ${kind}${status} [${note}]`);
      const read = scenarios.map((lines) =>
        readFlow(
          [
            ...shared,
            "# 1 hop",
            "alt warm",
            ...lines.slice(0, 2),
            "else cold",
            ...lines.slice(2),
            "end",
            ...lines,
            ...rows,
          ].join("\n"),
        ),
      );
      return {
        system: read[0]?.system ?? { layers: [], faults: [] },
        all: read.map(({ scenario }, at) => ({ chapter: { id: "flow" }, scenario: { ...scenario, id: `s${at}` } })),
      };
    });

  test("in generated libraries: one, several scenarios, and pairs", () => {
    fc.assert(
      fc.property(flows, ({ system, all }) => {
        const asked = askLibrary(all, system);
        const ids = system.faults.map(({ id }) => id);
        for (const id of ids) {
          for (const entry of all) expectFirst(asked, [id], [entry]);
          expectFirst(asked, [id], all);
        }
        const [a, b] = ids;
        if (a !== undefined && b !== undefined) expectFirst(asked, [a, b], all);
      }),
      { numRuns: 60 },
    );
  });
});

test("521 is the firewall, and everything that answers is ruled out", () => {
  const { suspects, ruledOut } = ask(["create-task", "521"]);
  expect(suspects[0]?.faults).toEqual(["ufw-blocks-80"]);
  expect(suspects[0]?.because[0]?.text).toContain("521");
  expect(ruledOut.map(({ faults }) => faults[0])).toContain("b2-down");
});

test("what nothing documents is said so, and no suspect is made up", () => {
  const result = ask(["create-task", "purple unicorns"]);
  expect(result.suspects).toEqual([]);
  expect(result.unexplained).toEqual([0]);
});

test("two failures explain what none does alone", () => {
  const { suspects } = ask(["create-task", "500"], ["static-assets", "521"]);
  expect(suspects.length).toBeGreaterThan(0);
  const pair = ask(["create-task", "incomplete"], ["user-uploads-a-photo", "uploads fail"]).suspects[0];
  expect(pair?.faults).toEqual(["redis-down", "b2-down"]);
});

test("contradicting observations are named", () => {
  const { complete, conflicts } = ask(["check redis-down", "fine"], ["check redis-down", "broken"]);
  expect(complete).toBe(false);
  expect(conflicts).toEqual([[0, 1]]);
});

test("works and an error that is always there contradict each other in one scenario", () => {
  const both = ask(["create-task", "works"], ["create-task", "500"]);
  expect(both.conflicts).toEqual([[0, 1]]);
  const titles = titlesOf(entries, honeydue.system);
  expect(sayDiagnosis(both, titles)).toMatch(/^What was seen contradicts itself, .* suspects are possible\.$/);
  expect(sayLimits(both, titles).join()).toContain("is said to show both User creates a task: “works” and");
  // One node of three: the same failure shows both.
  expect(ask(["create-task", "works"], ["create-task", "times out"]).conflicts).toEqual([]);
});

test("a status that nobody documents makes nobody a suspect, or one that is only possible", () => {
  const titles = titlesOf(entries, honeydue.system);
  const strange = ask(["create-task", "418"]);
  expect(strange.suspects).toEqual([]);
  expect(sayDiagnosis(strange, titles)).toMatch(/^Not documented/);
  const general = ask(["static-assets", "500"]);
  expect(general.vague).toEqual([0]);
  expect(sayDiagnosis(general, titles)).toMatch(/^Not documented in so many words; \d+ suspects are possible\.$/);
});

test("failures that bite nothing are not ruled out, but named as such", () => {
  const { scenario, system } = readFlow("a -> b : hello\n! down b error 500\n! idle wire unreachable");
  const [entry] = entries;
  if (!entry) throw new Error("no entry");
  const found = diagnose(askLibrary([{ ...entry, scenario }], system), [
    { kind: "seen", scenario: scenario.id, seen: readSeen("500") },
  ]);
  expect(found.suspects.map(({ faults }) => faults)).toEqual([["down"]]);
  expect([found.idle, found.ruledOut]).toEqual([["idle"], []]);
});

test("the next look splits the suspects, and its result decides", () => {
  const before = ask(["create-task", "fails"]);
  const [look] = before.looks;
  expect(look?.bits).toBeGreaterThan(0.5);
  expect(look?.splits.length).toBeGreaterThan(1);
  const fine = ask(["create-task", "500"], ["check postgres-down", "fine"]);
  expect(fine.suspects.some(({ faults, fits }) => faults[0] === "postgres-down" && !fits.includes("contradicts"))).toBe(
    false,
  );
  expect(ask(["create-task", "fails"], ["check coredns-down", "broken"]).suspects[0]?.faults).toEqual(["coredns-down"]);
});

test("a look always comes with a command: beside a scenario stands the check that tells most", () => {
  const found = ask(["create-task", "fails"]);
  const { looks } = found;
  expect(looks.map(({ kind }) => kind)).toEqual(["scenario", "check"]);
  expect(looks[1]?.command).toBeTruthy();
  const markdown = printDiagnosis("honeyDue", found, titlesOf(entries, honeydue.system));
  expect(markdown).toMatch(/### Next best look\n\nTry .+\n\nOr: Check .+\n\n```sh\n/);
  for (const { scenario } of entries) {
    for (const seen of ["fails", "500", "503", "521", "slow", "timeout"]) {
      const { suspects, looks: proposed } = ask([scenario.id, seen]);
      if (suspects.length < 2 || proposed.length === 0) continue;
      expect([scenario.id, seen, proposed.some(({ command }) => command)]).toEqual([scenario.id, seen, true]);
    }
  }
});

test("the check of the only suspect may come out fine, and then nobody is left", () => {
  const [look] = ask(["create-task", "521"]).looks;
  expect(look?.splits.map(({ result, suspects }) => [result, suspects.length])).toEqual([
    ["broken", 1],
    ["fine", 0],
  ]);
});

test.each([
  ["521 from Cloudflare", "status", "once"],
  ["500 on writes only", "status", "once"],
  ["times out now and then", "timesOut", "sometimes"],
  ["can't resolve the name", "unresolved", "once"],
  ["images fail", "fails", "once"],
  ["stale list", "incomplete", "once"],
  ["always slow", "slow", "always"],
  ["works", "works", "once"],
  ["does not work", "fails", "once"],
  ["takes 30 s", "slow", "once"],
])("reads “%s”", (text, kind, often) => {
  expect(readSeen(text)).toMatchObject({ sight: { kind }, often });
});

describe("hopwise diagnose", () => {
  test("prints the contract's document", async () => {
    const { status, out } = await runHopwise([
      "diagnose",
      "scenarios/honeydue",
      "--saw",
      "create-task: fails",
      "--json",
    ]);
    expect(status).toBe(0);
    const said = JSON.parse(out);
    expect(said.suspects[0]).toEqual({
      faults: [expect.any(String)],
      score: expect.any(Number),
      because: [expect.any(String)],
    });
    expect(said.next).toMatchObject({ look: expect.any(String), splits: expect.any(Array) });
  });

  test("prints for people, and says that nothing was tested", async () => {
    const { out } = await runHopwise(["diagnose", "scenarios/honeydue", "--saw", "User creates a task: 521"]);
    expect(out).toContain("UFW blocks :80");
    expect(out).toContain("no system was tested");
  });

  test("an unknown scenario is wrong usage, with those there are", async () => {
    const { status, err } = await runHopwise(["diagnose", "scenarios/honeydue", "--saw", "Nowhere: 521"]);
    expect(status).toBe(2);
    expect(err).toContain("user-creates-a-task");
  });
});
