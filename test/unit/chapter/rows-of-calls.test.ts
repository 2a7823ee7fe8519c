import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { healthyRun } from "../../../src/model/run.ts";

const ask = "App->>API: GET\nAPI->>Cache: lookup\n";
const query = "API->>DB: query\nDB-->>API: rows\n";
const forked = `alt hit\nCache-->>API: value\nelse miss\nCache-->>API: nil\n${query}else cache down\n${query}end\n`;
const legs = "| App → API | 30 ms |\n| API → Cache | 1 ms |\n| API → DB | 25 ms |\n";

/** How long the diagram takes on the branch of that name, with the legs' budget below. */
function takes(fence: string, branch: string, more = ""): number | null {
  const text = `# T\n\n\`\`\`mermaid\nsequenceDiagram\n${fence}API-->>App: 200\n\`\`\`\n\n| Leg | Latency |\n|---|---|\n${legs}${more}`;
  const { scenarios, system } = parseChapter("t.md", text);
  const [scenario] = scenarios;
  const [choice] = scenario?.choices ?? [];
  if (!scenario) throw new Error("no scenario");
  const taken = choice?.branches.find((each) => each.text === branch);
  const choices = choice && taken ? { [choice.id]: taken.id } : {};
  return simulate(scenario, system, { ...healthyRun, choices }).total.max;
}

test("a row about a call inside of a hop is that call's, in every branch that makes it", () => {
  expect(takes(ask + forked, "hit")).toBe(31);
  expect(takes(ask + forked, "miss")).toBe(56);
  expect(takes(ask + forked, "cache down")).toBe(56);
});

test("a leg that one path goes twice takes no row: nobody says whether it is each or both", () => {
  expect(takes(ask + forked.replace(query, query + query), "miss")).toBeCloseTo(31);
});

test("what is stated for a call itself counts", () => {
  expect(takes(ask + forked.replace(query, `%% @latency 5 ms\n${query}`), "miss")).toBe(36);
});

test("a row names the way back by its ends", () => {
  expect(takes(ask + forked, "miss", "| API → App | 20 ms |\n")).toBe(76);
});

test("of a long diagram with few legs and a long table each row is asked", () => {
  const work = "Cache->>Cache: work\n".repeat(300);
  const others = Array.from({ length: 200 }, (_, n) => `| Thing${n} → Other${n} | 5 ms |\n`).join("");
  expect(takes(ask + work + forked, "miss", others)).toBeCloseTo(56);
});

test("no table is too long for a long diagram", () => {
  const calls = Array.from({ length: 3000 }, (_, n) => `P${n % 100}->>P${(n * 7 + 3) % 100}: call ${n}`).join("\n");
  const rows = Array.from({ length: 300 }, (_, n) => `| Thing${n} → Other${n} | 5 ms |\n`).join("");
  const started = performance.now();
  takes(`${calls}\n`, "", rows);
  expect(performance.now() - started).toBeLessThan(4000);
});
