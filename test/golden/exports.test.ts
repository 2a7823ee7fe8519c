import { expect, it } from "vitest";
import { runMarkdown } from "../../src/export/markdown/run-markdown.ts";
import { traceCsv } from "../../src/export/trace-csv.ts";
import { getScenario, honeydue, play } from "./honeydue.ts";

const scenario = getScenario("User creates a task");

it.each(["CoreDNS down", "Redis down"])("the exports of the main run with %s are as they were", async (title) => {
  const { trace } = play(scenario, [title]);
  const name = title.toLowerCase().replaceAll(" ", "-");
  await expect(runMarkdown(scenario, honeydue.system, trace)).toMatchFileSnapshot(`exports/${name}.md`);
  await expect(traceCsv(scenario, honeydue.system, trace)).toMatchFileSnapshot(`exports/${name}.csv`);
});
