import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { drawPicture, drawSlices } from "../../../src/export/drawings.ts";
import { getScenario, honeydue, play } from "../../golden/honeydue.ts";

const pixels = (svg: string) => Buffer.from(new Resvg(svg).render().pixels);

it.each(["even", "scale"] as const)(
  "a picture's slices, one under the other, are the picture (%s)",
  async (spacing) => {
    const scenario = getScenario("User creates a task");
    const { trace } = play(scenario, ["CoreDNS down", "Redis down"]);
    const run = { scenario, system: honeydue.system, trace };
    const options = { theme: "light", spacing, waterfall: true } as const;
    const whole = await drawPicture(run, options);
    const { width, height, slices } = await drawSlices(run, options, whole.width * 171);
    expect([width, height]).toEqual([whole.width, whole.height]);
    expect(slices.length).toBe(Math.ceil(height / 171));
    // None holds much more than its own part.
    for (const { svg } of slices) expect(svg.length).toBeLessThan(whole.svg.length / 2);
    const stacked = Buffer.concat(slices.map(({ svg }) => pixels(svg)));
    const drawn = pixels(whole.svg);
    expect(stacked.length).toBe(drawn.length);
    // At a cut a rasterizer may round an edge the other way; what is not drawn there would differ by more.
    const far = drawn.map((value, at) => Math.abs(value - (stacked[at] ?? 0)));
    expect(far.filter((by) => by > 96).length).toBe(0);
    expect(far.filter((by) => by > 8).length / drawn.length).toBeLessThan(1e-4);
  },
);
