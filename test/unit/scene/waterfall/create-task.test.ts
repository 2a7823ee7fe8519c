import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseLibrary } from "../../../../src/chapter/parse-library.ts";
import { simulate } from "../../../../src/engine/simulate.ts";
import { healthyRun } from "../../../../src/model/run.ts";
import { layoutWaterfall } from "../../../../src/scene/waterfall/layout-waterfall.ts";
import { shareByHop, shareByLayer } from "../../../../src/scene/waterfall/share-time.ts";

const folder = "scenarios/honeydue";
const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
const library = parseLibrary(
  "honeydue",
  files.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") })),
);

function play(file: string, ...faults: string[]) {
  const chapter = library.chapters.find((each) => each.file === file);
  const scenario = chapter?.scenarios[0];
  if (!chapter || !scenario) throw new Error(`${file} is not there`);
  const trace = simulate(scenario, chapter.system, { ...healthyRun, faults: faults.map((id) => ({ id })) });
  return { scenario, system: chapter.system, trace, waterfall: layoutWaterfall(scenario, chapter.system, trace) };
}

const figures = (file: string, ...faults: string[]) => {
  const { rows, asides } = play(file, ...faults).waterfall;
  return [...rows, ...asides].map((row) => [row.figure, row.note].filter(Boolean).join(" · "));
};

describe("the waterfall of “User creates a task”", () => {
  it("adds up hop by hop to the budget's range", () => {
    const { waterfall, trace } = play("create-task.md");
    const sum = waterfall.rows.reduce(
      (all, row) => ({ min: all.min + (row.takes?.min ?? 0), max: all.max + (row.takes?.max ?? 0) }),
      {
        min: 0,
        max: 0,
      },
    );
    expect(sum).toEqual({ min: 214, max: 347 });
    expect(trace.total).toEqual(sum);
  });

  it("ends with CoreDNS down at hop 3, and the way back is a row of its own", () => {
    expect(figures("create-task.md", "coredns-down")).toEqual([
      "5–15 ms",
      "90–121 ms",
      "0.25–0.75 ms · failed: CoreDNS down",
      "never reached",
      "never reached",
      "never reached",
      "never reached",
      "95–135 ms · not in the chapter",
    ]);
  });

  it("with Redis down goes on, and shows what was carried on without and what was lost", () => {
    const told = figures("create-task.md", "redis-down");
    expect(told[4]).toMatch(/carried on without: Redis down$/);
    expect(told.join()).toContain("lost: Redis down");
  });

  it("keeps the figures of the hops behind an undocumented wait", () => {
    const told = figures("create-task.md", "cloudflare-edge-down-one-pop");
    expect(told[0]).toBe("at least 5 ms, not documented · slow: Cloudflare edge down, one POP");
    expect(told[1]).toBe("90–121 ms");
  });

  it("shares the whole drawn time out, by hop and by layer", () => {
    const { scenario, system, trace } = play("create-task.md");
    for (const parts of [shareByHop(scenario, trace), shareByLayer(system, trace)]) {
      expect(parts.reduce((sum, part) => sum + part.time, 0)).toBeCloseTo(trace.drawnTotal);
      expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
    }
  });

  it("is laid out for every shipped scenario under every fault", () => {
    for (const { file } of library.chapters.filter(({ scenarios }) => scenarios.length > 0)) {
      for (const fault of [undefined, ...library.system.faults.map(({ id }) => id)]) {
        const { waterfall, trace } = play(file, ...(fault === undefined ? [] : [fault]));
        expect(waterfall.end).toBeGreaterThanOrEqual(trace.drawnEnd);
        for (const row of [...waterfall.rows, ...waterfall.asides]) {
          if (row.bar) expect(row.bar.most ?? row.bar.least).toBeGreaterThanOrEqual(row.bar.least);
          expect(`${row.figure}${row.note ?? ""}`, `${file} ${fault} ${row.label}`).not.toBe("");
        }
      }
    }
  });
});
