import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { computeBlast, computePairs } from "../../src/session/compute-blast.ts";
import type { BenchRow } from "./rows.ts";
import { median } from "./statistics.ts";

/** Faults × scenarios, and pairs of faults, the first round (which compiles the code) included. */
export function measureBlast(): BenchRow[] {
  const large = writeLibrary(200, 50);
  const small = writeLibrary(7, 12);
  const grid = time(() => computeBlast(large.scenarios, large.system));
  const pairs = time(() => computePairs(small.scenarios, small.system, computeBlast(small.scenarios, small.system)));
  return [
    row("blast radius, 200 scenarios × 50 failures", grid, 200),
    row("pairs of 12 failures over 7 scenarios", pairs, 100),
  ];
}

function row(what: string, times: readonly number[], limit: number): BenchRow {
  const took = median(times);
  return { what, measured: `${took.toFixed(0)} ms`, wanted: `≤ ${limit} ms`, met: took <= limit, figures: { times } };
}

function time(work: () => unknown): number[] {
  return Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Scenarios of 24 messages that lead through twelve of the services, each of which can fail. */
function writeLibrary(scenarios: number, services: number) {
  const service = (at: number) => `svc${at % services}`;
  const files = Array.from({ length: scenarios }, (_, s) => {
    const there = Array.from({ length: 12 }, (_, m) => `    ${service(s + m)}->>${service(s + m + 1)}: call ${m}`);
    const back = Array.from({ length: 12 }, (_, m) => `    ${service(s + 12 - m)}-->>${service(s + 11 - m)}: 200`);
    const fence = ["```mermaid", "sequenceDiagram", ...there, ...back, "```"].join("\n");
    return { file: `wide/c${s}.md`, text: `# Flow ${s}\n\n${fence}\n` };
  });
  const layers = Array.from(
    { length: services },
    (_, n) => `  svc${n}: { name: Service ${n}, participants: [svc${n}] }`,
  );
  const faults = Array.from(
    { length: services },
    (_, n) => `  svc${n}-down: { layer: svc${n}, title: Service ${n} down, kind: error, status: 500 }`,
  );
  const index = ["---", "layers:", ...layers, "faults:", ...faults, "---", "# Wide", ""].join("\n");
  const library = parseLibrary("wide", [...files, { file: "wide/index.md", text: index }]);
  return { system: library.system, scenarios: library.chapters.flatMap((chapter) => chapter.scenarios) };
}
