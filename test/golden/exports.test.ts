import { expect, it } from "vitest";
import { runMarkdown } from "../../src/export/markdown/run-markdown.ts";
import { runSvg } from "../../src/export/svg/run-svg.ts";
import { traceCsv } from "../../src/export/trace-csv.ts";
import { getScenario, honeydue, play } from "./honeydue.ts";

const scenario = getScenario("User creates a task");

it.each(["CoreDNS down", "Redis down"])("the exports of the main run with %s are as they were", async (title) => {
  const { trace } = play(scenario, [title]);
  const name = title.toLowerCase().replaceAll(" ", "-");
  await expect(runMarkdown(scenario, honeydue.system, trace)).toMatchFileSnapshot(`exports/${name}.md`);
  const picture = runSvg(scenario, honeydue.system, trace, { theme: "light", spacing: "even", waterfall: true });
  await expect(picture.svg).toMatchFileSnapshot(`exports/${name}.svg`);
  await expect(traceCsv(scenario, honeydue.system, trace)).toMatchFileSnapshot(`exports/${name}.csv`);
});
