import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runMermaid } from "../../src/export/mermaid/run-mermaid.ts";
import { hostileRun } from "../fixtures/run-arbitrary.ts";
import { honeydue, play } from "../golden/honeydue.ts";
import { type Judge, startJudge } from "./mermaid-judge.ts";

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
});
afterAll(async () => {
  await judge?.close();
});

async function expectAccepted(texts: readonly string[]): Promise<void> {
  const judged = await judge.judge(texts);
  expect(judged).toHaveLength(texts.length);
  judged.forEach((one, at) => {
    if ("error" in one) throw new Error(`Mermaid rejects: ${one.error}\n${texts[at]}`);
  });
}

it("Mermaid accepts every shipped run as it happened, healthy and with every failure", async () => {
  const scenarios = honeydue.chapters.flatMap((chapter) => chapter.scenarios);
  await expectAccepted(
    scenarios.flatMap((scenario) =>
      [[], ...honeydue.system.faults.map(({ title }) => [title])].map((titles) =>
        runMermaid(scenario, honeydue.system, play(scenario, titles).trace),
      ),
    ),
  );
});

it("Mermaid accepts generated runs in hostile words", async () => {
  const runs = fc.sample(hostileRun, { numRuns: 300, seed: Number(process.env.CONFORMANCE_SEED ?? 20_261_124) });
  await expectAccepted(runs.map(({ scenario, system, trace }) => runMermaid(scenario, system, trace)));
});
