import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { computeBlast, computePairs } from "../../src/session/compute-blast.ts";
import { askLibrary, diagnose } from "../../src/session/diagnose.ts";
import { readSaw } from "../../src/session/diagnosis-subjects.ts";
import { writeWideChapter } from "../fixtures/wide-chapter.ts";
import type { BenchRow } from "./rows.ts";
import { median } from "./statistics.ts";

/** Faults × scenarios, pairs of faults and a diagnosis, the first round (which compiles the code) included. */
export function measureBlast(root: string): BenchRow[] {
  const large = readWide(200, 50);
  const shipped = readShipped(root);
  const grid = time(() => computeBlast(large.scenarios, large.system));
  const pairs = time(() =>
    computePairs(shipped.scenarios, shipped.system, computeBlast(shipped.scenarios, shipped.system)),
  );
  // Each time with a book of ways that nothing was written into yet.
  const diagnosis = time(() => diagnose(askLibrary(large.entries, large.system), seen(large, "fails")));
  return [
    row("blast radius, 200 scenarios × 50 failures", grid, 200),
    row(`pairs of ${shipped.system.faults.length} failures over the shipped library`, pairs, 100),
    row("a diagnosis, 200 scenarios × 50 failures, nothing known yet", diagnosis, 1_000),
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

/** What is seen in the first scenario. */
function seen({ entries, system }: ReturnType<typeof readWide>, what: string) {
  const read = readSaw(entries, system, { subject: entries[0]?.scenario.id ?? "", what });
  return read ? [read] : [];
}

function readShipped(root: string) {
  const folder = join(root, "scenarios", "honeydue");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ file: `honeydue/${name}`, text: readFileSync(join(folder, name), "utf8") }));
  const { system, chapters } = parseLibrary("honeydue", files);
  return { system, scenarios: chapters.flatMap((chapter) => chapter.scenarios) };
}

function readWide(scenarios: number, services: number) {
  const text = writeWideChapter(scenarios, services);
  const library = parseLibrary("wide", [{ file: "wide/wide.md", text }]);
  const entries = library.chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => ({ chapter, scenario })));
  return { system: library.system, entries, scenarios: entries.map(({ scenario }) => scenario) };
}
