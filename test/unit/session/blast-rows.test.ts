import { describe, expect, it } from "vitest";
import { arrangeRows, fitBlastView, listRows, pairRowSteps } from "../../../src/session/blast-rows.ts";
import { computeBlast, computePairs } from "../../../src/session/compute-blast.ts";
import { defaultBlastView } from "../../../src/session/state.ts";
import { honeydue } from "../../golden/honeydue.ts";

const { system } = honeydue;
const scenarios = honeydue.chapters.flatMap((chapter) => chapter.scenarios);
const blast = computeBlast(scenarios, system);
const rows = listRows(blast);
const steps = pairRowSteps(blast, computePairs(scenarios, system, blast));
let step = steps.next();
while (!step.done) step = steps.next();
const pairs = step.value;
const titles = (view: Parameters<typeof arrangeRows>[2], text = "", of = rows) =>
  arrangeRows(of, system, view, text).map(({ title }) => title);

describe("rows of the blast radius", () => {
  it("stand with the most harm first, or as the chapter has them, or by name", () => {
    expect(titles(defaultBlastView).at(-1)).toBe("Traefik pod down on one node");
    expect(titles({ ...defaultBlastView, sort: "order" })).toEqual(system.faults.map(({ title }) => title));
    expect(titles({ ...defaultBlastView, sort: "name" })).toEqual(
      system.faults.map(({ title }) => title).sort((a, b) => a.localeCompare(b)),
    );
  });

  it("can be narrowed to an outcome, a layer and a word", () => {
    expect(titles({ ...defaultBlastView, only: "degraded" })).toEqual(["Redis down"]);
    expect(titles({ ...defaultBlastView, layer: "ufw" })).toEqual(["UFW blocks :80"]);
    expect(titles(defaultBlastView, "DNS")).toEqual(["CoreDNS down", "Cloudflare DNS down"]);
  });

  it("of pairs hold every two failures once, each with its own cells", () => {
    expect(pairs).toHaveLength(66);
    expect(pairs.every(({ cells }) => cells.length === scenarios.length)).toBe(true);
    expect(titles({ ...defaultBlastView, pairs: true, only: "worse" }, "", pairs)).toEqual([
      "Postgres down + Redis down",
    ]);
  });

  it("are asked for only by what the library has", () => {
    const known = { ...defaultBlastView, layer: "ufw", pairs: true, only: "worse" as const };
    expect(fitBlastView(known, system)).toEqual({ view: known, dropped: [] });
    const { view, dropped } = fitBlastView({ sort: "name", pairs: false, only: "worse", layer: "nowhere" }, system);
    expect(view).toEqual({ sort: "name", pairs: false });
    expect(dropped).toHaveLength(2);
    expect(dropped[1]).toContain("“nowhere”");
  });
});
