import { expect, test } from "vitest";
import { findMostHurt, sayTally } from "../../../../src/analysis/blast/tally.ts";
import { getVerdict } from "../../../../src/analysis/get-verdict.ts";
import { simulate } from "../../../../src/engine/simulate.ts";
import { blastCsv } from "../../../../src/export/blast-csv.ts";
import { blastMarkdown } from "../../../../src/export/blast-markdown.ts";
import { healthyRun } from "../../../../src/model/run.ts";
import { outcomes } from "../../../../src/model/verdict.ts";
import { computeBlast, computePairs } from "../../../../src/session/compute-blast.ts";
import { honeydue } from "../../../golden/honeydue.ts";
import { runHopwise } from "../../cli/run-hopwise.ts";

const { system } = honeydue;
const scenarios = honeydue.chapters.flatMap((chapter) => chapter.scenarios);
const blast = computeBlast(scenarios, system);

const playAlone = (scenario: (typeof scenarios)[number], ids: readonly string[]) =>
  getVerdict(scenario, system, simulate(scenario, system, { ...healthyRun, faults: ids.map((id) => ({ id })) }));

test("every cell is what the run itself comes to, those that were not played too", () => {
  expect(blast.cells).toHaveLength(scenarios.length * system.faults.length);
  for (const cell of blast.cells) {
    const scenario = scenarios.find(({ id }) => id === cell.scenario);
    if (scenario === undefined) throw new Error(cell.scenario);
    const { outcome, hop, layer, userSees } = playAlone(scenario, [cell.fault]);
    expect(cell).toEqual(
      JSON.parse(JSON.stringify({ fault: cell.fault, scenario: cell.scenario, outcome, hop, layer, userSees })),
    );
  }
});

test("every pair is what both at once come to", () => {
  const pairs = computePairs(scenarios, system, blast);
  expect(pairs).toHaveLength(scenarios.length * 66);
  for (const { faults, scenario: id, outcome, worseThanEither } of pairs) {
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(id);
    expect(outcome).toBe(playAlone(scenario, faults).outcome);
    const alone = faults.map((fault) => outcomes.indexOf(playAlone(scenario, [fault]).outcome));
    expect(worseThanEither).toBe(outcomes.indexOf(outcome) > Math.max(...alone));
  }
});

test("creating a task: one column as the chapter's table has it", () => {
  const column = blast.cells.filter(({ scenario }) => scenario === "user-creates-a-task").map((cell) => cell.outcome);
  expect(column).toEqual("failed slow partial failed slow partial failed failed failed failed degraded ok".split(" "));
});

test("harm is counted by the worst outcome first, and ties are all named", () => {
  const none = { ok: 0, slow: 0, degraded: 0, partial: 0, failed: 0 };
  const [a, b, c] = [
    { tally: { ...none, slow: 9 } },
    { tally: { ...none, failed: 1 } },
    { tally: { ...none, failed: 1 } },
  ];
  expect(findMostHurt([a, b, c])).toEqual([b, c]);
  expect(findMostHurt([{ tally: none }])).toEqual([]);
  expect(sayTally({ ...none, failed: 2, slow: 1 })).toBe("2 failed, 1 slow");
});

test("Markdown and CSV hold every cell, and titles cannot break out of theirs", () => {
  const lines = blastMarkdown(blast).trimEnd().split("\n");
  expect(lines).toHaveLength(system.faults.length + 3);
  expect(new Set(lines.map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
  expect(blastCsv(blast).trimEnd().split("\r\n")).toHaveLength(blast.cells.length + 1);
  const tally = { ok: 1, slow: 0, degraded: 0, partial: 0, failed: 0 };
  const hostile = {
    scenarios: [{ id: "s", title: "a | b <img>", tally }],
    faults: [{ id: "=1+1", title: "x\ny", tally }],
    cells: [{ fault: "=1+1", scenario: "s", outcome: "ok", userSees: 'say "no", then' }],
    idle: [],
    empty: [],
  } as const;
  expect(blastMarkdown(hostile)).toContain("a \\| b \\<img\\>");
  expect(blastCsv(hostile)).toContain(`'=1+1,s,ok,,,"say ""no"", then"`);
});

test("hopwise blast prints the contract's document, and a grid for people", async () => {
  const { status, out } = await runHopwise(["blast", "scenarios/honeydue", "--pairs", "--json"]);
  expect(status).toBe(0);
  const printed = JSON.parse(out);
  expect(Object.keys(printed)).toEqual(["scenarios", "faults", "cells", "pairs"]);
  expect(printed.cells).toEqual(JSON.parse(JSON.stringify(blast.cells)));
  const people = await runHopwise(["blast", "scenarios/honeydue", "--pairs"]);
  expect(people.out).toContain("Hurts most");
  for (const { title } of scenarios) expect(people.out).toContain(title);
});

test("a library without failures says so", async () => {
  const input = "sequenceDiagram\n  A->>B: hi\n";
  const { status, out } = await runHopwise(["blast", "-"], { input });
  expect(status).toBe(0);
  expect(out).toContain("no chapter names one");
});

const input = `---
layers:
  queue: { name: Queue }
  disk: { name: Disk }
faults:
  queue-down: { title: Queue down, layer: queue, kind: unreachable }
  disk-full: { title: Disk full, layer: disk, kind: error, status: 507 }
---
# Idle

## Hello

\`\`\`mermaid
sequenceDiagram
  a->>b: hello
\`\`\`

## Nothing

\`\`\`mermaid
sequenceDiagram
  participant a
\`\`\`
`;

test("a grid that is all ok says why", async () => {
  const { status, out } = await runHopwise(["blast", "-"], { input });
  expect(status).toBe(0);
  expect(out).toContain(
    "2 failures bite nothing, since no message here passes their layers: “Queue down”, “Disk full”.",
  );
  expect(out).toContain("Nothing is sent in “Nothing”, so nothing can be bitten there.");
  const printed = JSON.parse((await runHopwise(["blast", "-", "--json"], { input })).out);
  expect(printed.limits).toHaveLength(2);
});
