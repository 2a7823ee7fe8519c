import { expect, test } from "vitest";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { markdownAddress, markdownFence, markdownInline } from "../../../src/export/markdown/markdown-text.ts";
import { runMarkdown } from "../../../src/export/markdown/run-markdown.ts";
import { traceCsv } from "../../../src/export/trace-csv.ts";
import { healthyRun } from "../../../src/model/run.ts";
import { readCsv } from "../../fixtures/read-csv.ts";
import { getScenario, honeydue, play } from "../../golden/honeydue.ts";

const scenario = getScenario("User creates a task");

test.each([undefined, ...honeydue.system.faults.map(({ title }) => title)])(
  "our own reader reads it again: %s",
  (title) => {
    const { trace } = play(scenario, title === undefined ? [] : [title]);
    const text = runMarkdown(scenario, honeydue.system, trace, "https://hopwise.example/?v=1");
    const again = parseLibrary("again", [{ file: "post-mortem.md", text }]);
    expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const read = again.chapters.flatMap(({ scenarios }) => scenarios);
    expect(read).toHaveLength(1);
    expect(read[0]?.participants).toHaveLength(scenario.participants.length);
    expect(text).toContain("[Play this run in Hopwise](https://hopwise.example/?v=1)");
  },
);

test("says what to check, what to do and what was lost", () => {
  const { trace } = play(scenario, ["Redis down"]);
  const text = runMarkdown(scenario, honeydue.system, trace);
  expect(text).toMatch(/^# User creates a task\n/);
  expect(text).toContain("**Degraded.**");
  expect(text).toMatch(/## How to check\n\n```sh\n/);
  expect(text).toContain("## Recovery");
  expect(text).toMatch(/## Lost side effects\n\n- .+ \(Redis down\)/);
  expect(text).not.toContain("Play this run");
});

test("where the chapter states no time, none is given: neither 0 ms in words nor 0 in the table for a spreadsheet", () => {
  const text = `# Shop\n\n\`\`\`mermaid\nsequenceDiagram\n  App->>Shop: GET\n  Shop->>Pay: POST\n  Pay-->>Shop: id\n  Shop-->>App: 200\n\`\`\`

| Failure | User sees |\n|---|---|\n| Pay is down | 503 |\n`;
  const { system, chapters } = parseLibrary("shop", [{ file: "shop.md", text }]);
  const [scenario] = chapters.flatMap(({ scenarios }) => scenarios);
  if (!scenario) throw new Error("there is no scenario");
  const trace = simulate(scenario, system, { ...healthyRun, faults: [{ id: "pay-is-down" }] });
  const markdown = runMarkdown(scenario, system, trace);
  expect(markdown).toContain("| The user waited | not documented |");
  expect(markdown).toContain("| In all | not documented |");
  expect(markdown).toContain("| The failure travels back | not documented |  | not in the chapter |");
  expect(markdown).not.toContain("0 ms");
  const [, ...rows] = readCsv(traceCsv(scenario, system, trace));
  expect(rows.map((row) => row.slice(12, 20).join(""))).toEqual(rows.map(() => ""));
});

test("text stays text", () => {
  expect(markdownInline("<b> | `x` *y* $z$\n# no")).toBe("\\<b\\> \\| \\`x\\` \\*y\\* \\$z\\$ \\# no");
  expect(markdownFence("sh", "a ```` b")).toBe("`````sh\na ```` b\n`````\n");
  expect(markdownAddress("javascript:alert(1)")).toBeUndefined();
  expect(markdownAddress("https://x.example/?a=(b) c")).toBe("https://x.example/?a=%28b%29%20c");
});
