import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cutShort } from "../../../src/export/svg/draw-text.ts";
import { widthOf } from "../../../src/export/svg/glyph-widths.ts";
import { mix, palettes } from "../../../src/export/svg/palette.ts";

const tokens = readFileSync(new URL("../../../src/ui/theme/tokens.css", import.meta.url), "utf8");

test.each(["light", "dark"] as const)("pictures take the design's colours along: %s", (theme) => {
  const [light = "", dark = ""] = tokens.split(':root[data-theme="dark"]');
  for (const [name, color] of Object.entries(palettes[theme])) {
    const token = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${color};`;
    expect(theme === "light" ? light : dark).toContain(token);
  }
});

test("colours mix, texts have widths and are cut short to their room", () => {
  expect(mix("#ffffff", "#000000", 0.5)).toBe("#808080");
  // As Chromium measures it with Inter at 12 px, kerning apart.
  expect(Math.abs(widthOf("POST /api/tasks {title, token} → Traefik", 12, 400) - 221.7)).toBeLessThan(3);
  const short = cutShort("a long title that does not fit", 12, 400, 80);
  expect(short.endsWith("…")).toBe(true);
  expect(widthOf(short, 12, 400)).toBeLessThanOrEqual(80);
});
