import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

/** The first leg's range in a table with these two heads, and cells of 10 and 50 (ms). */
function range(low: string, high: string, cells = low.includes("(ms)") ? ["10", "50"] : ["10 ms", "50 ms"]): string {
  const legs = `| App → Edge | ${cells.join(" | ")} |\n| Edge → Api | 1 ms | 2 ms |`;
  const text = `# T\n\n\`\`\`mermaid\nsequenceDiagram\nApp->>Edge: x\nEdge->>Api: y\n\`\`\`\n\n| Leg | ${low} | ${high} |\n|---|---|---|\n${legs}\n`;
  const { scenarios, problems } = parseChapter("t.md", text);
  expect(problems).toEqual([]);
  const latency = scenarios[0]?.hops[0]?.figure?.cases[0]?.latency;
  return latency ? `${latency.min}..${latency.max}${latency.p50 === undefined ? "" : ` p50 ${latency.p50}`}` : "none";
}

test.each([
  ["Min", "Max"],
  ["Average (ms)", "P99 (ms)"],
  ["Typical response time", "99th percentile"],
  ["Best case", "Worst case [s]"],
  ["Dauer min", "Dauer max"],
])("%s and %s are the ends of one range", (low, high) => {
  expect(range(low, high)).toBe("10..50");
});

test("a median and a high percentile are percentiles", () => {
  expect(range("Median", "95th percentile")).toBe("10..50 p50 10");
});

test("a range is taken to the worst; what is no end is left alone", () => {
  expect(range("Typical", "Max", ["5–15 ms", "80 ms"])).toBe("5..80");
  expect(range("Typical", "Max", ["10 ms", "–"])).toBe("10..10");
  expect(range("Latency", "Timeout")).toBe("10..10");
});
