import { expect, it } from "vitest";
import { type Weight, widthOf } from "../../../src/export/svg/glyph-widths.ts";
import { loadShapes, missingSigns, outlineText } from "../../../src/export/svg/outline-text.ts";
import type { Picture } from "../../../src/export/svg/picture.ts";
import { runSvg } from "../../../src/export/svg/run-svg.ts";
import { getScenario, honeydue, play } from "../../golden/honeydue.ts";

const picture = (inside: string): Picture => ({ svg: `<svg width="9">${inside}</svg>`, width: 9, height: 9 });

it("a whole run is drawn without any font", async () => {
  const scenario = getScenario("User creates a task");
  const { trace } = play(scenario, ["CoreDNS down"]);
  const drawn = runSvg(scenario, honeydue.system, trace, { theme: "light", spacing: "even", waterfall: true });
  const shapes = await loadShapes(drawn);
  expect(missingSigns(drawn, shapes)).toBe("");
  const outlined = outlineText(drawn, shapes);
  expect(outlined.svg).not.toMatch(/<text|<style|textLength/);
  const said = [...outlined.svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text]) => text);
  expect(said).toEqual([...drawn.svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text));
  const defined = new Set([...outlined.svg.matchAll(/<path id="(\w+)"/g)].map(([, id]) => id));
  const used = new Set([...outlined.svg.matchAll(/xlink:href="#(\w+)"/g)].map(([, id]) => id));
  expect(used).toEqual(defined);
});

it("stands where the text stood: at its start, middle or end, in its size", async () => {
  const shapes = await loadShapes(picture(""));
  const at = (anchor: string) =>
    outlineText(picture(`<text x="50" y="20" font-size="20"${anchor} fill="#ffffff">Hi</text>`), shapes).svg;
  const width = widthOf("Hi", 20, 400);
  expect(at("")).toContain('fill="#ffffff" transform="translate(50 20) scale(0.02)"');
  expect(at(' text-anchor="middle"')).toContain(`translate(${50 - width / 2} 20)`);
  expect(at(' text-anchor="end"')).toContain(`translate(${50 - width} 20)`);
});

it("other alphabets come when they are there; what Inter does not have stays text", async () => {
  const mixed = picture(
    '<text x="1" y="1" fill="#000000">Ελλάδα Москва</text><text x="1" y="9" fill="#000000">日本 &#60;ok&#62;</text>',
  );
  const shapes = await loadShapes(mixed);
  const outlined = outlineText(mixed, shapes);
  expect(outlined.svg).toContain('aria-label="Ελλάδα Москва"');
  expect(outlined.svg).toContain('<text x="1" y="9" fill="#000000">日本 &#60;ok&#62;</text>');
  expect(missingSigns(mixed, shapes)).toBe("日本");
});

it("the widths that pictures are laid out by are those of the shapes", async () => {
  const [latin] = await loadShapes(picture(""));
  for (const weight of [400, 600] as const satisfies readonly Weight[]) {
    for (const [sign, [advance]] of Object.entries(latin?.[weight] ?? {})) {
      const code = sign.codePointAt(0) ?? 0;
      if (code === 0xad || (code > 0xff && !"–—‘’“”•…←→↓↑€™−✓≈≥≤".includes(sign))) continue;
      expect(Math.abs(widthOf(sign, 1000, weight) - advance), `${weight} ${sign}`).toBeLessThanOrEqual(1);
    }
  }
});
