import { expect, it } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { sampleRun } from "../../../src/engine/sample-run.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import type { Sampling } from "../../../src/session/ports/sampling.ts";
import { createResults, type Playable } from "../../../src/session/results.ts";
import { sampleMedians } from "../../../src/session/sample-medians.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

const sampling: Sampling = {
  sample: ({ scenario, system, run, samples }) => ({
    done: Promise.resolve(sampleRun(scenario, system, run, samples)),
    cancel: () => {},
  }),
};
const chapter: Playable["chapter"] = JSON.parse("{}");

function play(fail: string) {
  const { scenario, system } = readFlow(`
    alt hit
    app -> a : x 0..10ms
    else miss
    app -> b : y 40..60ms
    end
    app -> c : z 0..10ms
    ! tired c slow [share 1/3; +200ms]`);
  const run = readRun(fail);
  const playable: Playable = { chapter, scenario, system };
  const trace = simulate(scenario, system, run);
  const results = createResults();
  return { playable, run, differences: results.differences(playable, trace), sides: results.sides(playable, trace) };
}

it("adds the difference between sampled medians to every branch of every choice", async () => {
  const { playable, run, ...changes } = play("");
  const { differences } = await sampleMedians(sampling, playable, run, changes, () => true);
  const miss = differences.get("hit-2")?.get("miss");
  expect(miss).toMatchObject({ least: 40, most: 50 });
  expect(Math.abs((miss?.p50 ?? 0) - 45)).toBeLessThan(0.5);
  expect(differences.get("hit-2")?.get("hit")?.p50).toBe(0);
});

it("ends when nobody wants it any more", async () => {
  const { playable, run, ...changes } = play("");
  await expect(sampleMedians(sampling, playable, run, changes, () => false)).rejects.toThrow("not drawn");
});

it("says what being unaffected by a partial failure that is on does to the total", async () => {
  expect(play("").sides.size).toBe(0);
  const { playable, run, ...changes } = play("tired");
  expect(changes.sides.get("tired")).toEqual({ least: -200, most: -200 });
  const { sides } = await sampleMedians(sampling, playable, run, changes, () => true);
  expect(Math.abs((sides.get("tired")?.p50 ?? 0) + 200)).toBeLessThan(0.5);
});

it("works out no differences where they are far too many to choose among", () => {
  const forks = Array.from({ length: 500 }, (_, n) => `alt c${n}\nA->>B: m\nelse d${n}\nB->>A: m\nend`);
  const text = `# T\n\n\`\`\`mermaid\nsequenceDiagram\n${forks.join("\n")}\n\`\`\`\n`;
  const { scenarios, system } = parseChapter("t.md", text);
  const [scenario] = scenarios;
  if (!scenario) throw new Error("there is no scenario");
  const trace = simulate(scenario, system, readRun(""));
  expect(createResults().differences({ chapter, scenario, system }, trace).size).toBe(0);
});
