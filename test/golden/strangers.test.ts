import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { getVerdict } from "../../src/analysis/get-verdict.ts";
import { sayVerdict } from "../../src/analysis/say-verdict.ts";
import { parseChapter } from "../../src/chapter/parse-chapter.ts";
import { simulate } from "../../src/engine/simulate.ts";
import { healthyRun } from "../../src/model/run.ts";
import { writeLongDiagram } from "../fixtures/long-chapter.ts";

const fixtures = fileURLToPath(new URL("../fixtures/chapters/", import.meta.url));

/** What each failure of a chapter without annotations comes to: the words a stranger reads first. */
function verdictLines(name: string): string[] {
  const { scenarios, system } = parseChapter(name, readFileSync(fixtures + name, "utf8"));
  return scenarios.flatMap((scenario) => {
    const say = (ids: readonly string[]) => {
      const trace = simulate(scenario, system, { ...healthyRun, faults: ids.map((id) => ({ id })) });
      const verdict = getVerdict(scenario, system, trace);
      const lost = verdict.lost.length > 0 ? ` lost: ${verdict.lost.join(", ")}` : "";
      return `${verdict.outcome.padEnd(8)} ${sayVerdict(scenario, system, trace, verdict).headline}${lost}`;
    };
    return [`${name}: ${scenario.title}`, `  ${say([])}`, ...system.faults.map((fault) => `  ${say([fault.id])}`)];
  });
}

it("every failure of other people's chapters comes to what its row says", async () => {
  const lines = readdirSync(fixtures).flatMap(verdictLines);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./strangers.txt");
});

it("a bare diagram of 300 messages is one scenario with all of them", () => {
  const chapter = parseChapter("long.md", `# Long\n\n\`\`\`mermaid\n${writeLongDiagram(300)}\n\`\`\`\n`);
  const [scenario] = chapter.scenarios;
  expect(chapter.scenarios).toHaveLength(1);
  if (!scenario) return;
  const trace = simulate(scenario, chapter.system, healthyRun);
  expect(trace.messages.map((message) => message.n)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
});
