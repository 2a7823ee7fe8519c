import { describe, expect, it } from "vitest";
import { sayVerdict } from "../../src/analysis/say-verdict.ts";
import { printTrace } from "../fixtures/print-trace.ts";
import { honeydue, play } from "./honeydue.ts";

/** Every shipped scenario, healthy and with every fault alone, as lines that a person can read and a diff can show. */
describe.each(honeydue.chapters.flatMap((chapter) => chapter.scenarios))("$title", (scenario) => {
  it("plays as it did, healthy and under every fault", async () => {
    const runs = [undefined, ...honeydue.system.faults.map((fault) => fault.title)].map((title) => {
      const { trace, verdict } = play(scenario, title === undefined ? [] : [title]);
      const said = sayVerdict(scenario, honeydue.system, trace, verdict);
      return [
        `# ${title ?? "healthy"}: ${verdict.outcome}`,
        said.headline,
        said.detail,
        ...verdict.because.map(
          (because) => `because ${because.rule}, ${because.file}:${because.line}: ${because.text}`,
        ),
        "",
        printTrace(trace),
      ].join("\n");
    });
    await expect(`${runs.join("\n\n")}\n`).toMatchFileSnapshot(`traces/${scenario.id}.txt`);
  });
});
