import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();
/** Bytes, gzipped: JS and CSS until the shipped scenario can be played, fonts apart. */
const limit = 160_000;

test("what is loaded until the shipped scenario can be played stays light", async () => {
  const { page } = await site.open("favicon.svg");
  const loaded = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!/\.(js|css)$/.test(pathname)) return;
    loaded.set(
      pathname,
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  });
  await page.goto(`${site.address()}?v=1&chapter=honeydue/create-task`);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await page.getByRole("group", { name: "Player" }).getByRole("button", { name: "Play" }).waitFor();
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(loaded.values());
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const names = [...loaded.keys()].join(" ");
  expect(sizes.length).toBeGreaterThan(2);
  expect(names).not.toMatch(/mermaid|parse-library|worker|codemirror/i);
  expect(total, names).toBeLessThanOrEqual(limit);
  console.log(`first view until playable: ${(total / 1000).toFixed(1)} kB gzipped`);
});
