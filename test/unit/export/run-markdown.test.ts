import { expect, test } from "vitest";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { markdownAddress, markdownFence, markdownInline } from "../../../src/export/markdown/markdown-text.ts";
import { runMarkdown } from "../../../src/export/markdown/run-markdown.ts";
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

test("text stays text", () => {
  expect(markdownInline("<b> | `x` *y* $z$\n# no")).toBe("\\<b\\> \\| \\`x\\` \\*y\\* \\$z\\$ \\# no");
  expect(markdownFence("sh", "a ```` b")).toBe("`````sh\na ```` b\n`````\n");
  expect(markdownAddress("javascript:alert(1)")).toBeUndefined();
  expect(markdownAddress("https://x.example/?a=(b) c")).toBe("https://x.example/?a=%28b%29%20c");
});
