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
    if (!/\.(js|css|json)$/.test(pathname)) return;
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    // What comes after the count is of no interest, and may be cut off by the end of the test.
    size.catch(() => {});
    loaded.set(pathname, size);
  });
  // Waterfall and notes come in chunks of their own, after the stage: held back here, the scenario must play without them.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const later = new Set<string>();
  await page.route(/\/(Waterfall|Notes)-[^/]*\.(js|css)$/, async (route) => {
    later.add(/(Waterfall|Notes)-/.exec(route.request().url())?.[1] ?? "");
    await held;
    await route.continue();
  });
  // A busy machine may be slow to press Play; what the page fetches at rest, seconds later, is not what playing waits for.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[aria-label="Stage"]') || !document.querySelector('[aria-label="Player"] button'))
        return;
      performance.mark("playable");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site.address()}?v=1&chapter=honeydue/create-task`);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  const player = page.getByRole("group", { name: "Player" });
  await player.getByRole("button", { name: "Play" }).click();
  await player.getByRole("button", { name: "Pause" }).click();
  expect([...later].sort()).toEqual(["Notes", "Waterfall"]);
  const asked = await page.evaluate(() => {
    const playable = performance.getEntriesByName("playable")[0]?.startTime ?? Number.POSITIVE_INFINITY;
    const before = performance.getEntriesByType("resource").filter(({ startTime }) => startTime <= playable);
    return before.map(({ name }) => new URL(name).pathname);
  });
  const counted = [...loaded].filter(([name]) => asked.includes(name));
  const sizes = await Promise.all(counted.map(([, size]) => size));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const names = counted.map(([name]) => name).join(" ");
  expect(sizes.length).toBeGreaterThan(2);
  expect(names).not.toMatch(/mermaid|drawing|highlight|parse-library|worker|codemirror/i);
  expect(total, names).toBeLessThanOrEqual(limit);
  release();
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await page.getByRole("complementary", { name: "Notes" }).getByRole("heading").first().waitFor();
  // A file that was held back may still be on its way; the page stays until it is through.
  await page.unrouteAll({ behavior: "wait" });
  console.log(`first view until playable: ${(total / 1000).toFixed(1)} kB gzipped`);
});

test.each(["", "scripts/hopwise-flow.js", "scripts/hopwise-embed.js"])(
  "what a page begins with is compiled at once: %s",
  async (path) => {
    const { page } = await site.open("favicon.svg");
    const address = await page.evaluate(async (asked) => {
      if (asked !== "") return asked;
      const text = await (await fetch("index.html")).text();
      return /src="([^"]*index-[^"]*\.js)"/.exec(text)?.[1] ?? "";
    }, path);
    const script = await page.evaluate(async (src) => (await fetch(src)).text(), address);
    // Chromium takes the mark only where nothing but comments stands before it.
    expect(script.split("\n", 1)).toEqual(["//# allFunctionsCalledOnLoad"]);
  },
);

test.each([1440, 1280, 390])("nothing moves while a chapter is loaded, %i px wide", async (width) => {
  const { page } = await site.open("favicon.svg");
  await page.setViewportSize({ width, height: 800 });
  await page.addInitScript(() => {
    Object.assign(globalThis, { moved: [] });
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as readonly { sources: readonly { node: Node }[] }[])
        Reflect.get(globalThis, "moved").push(...sources.map(({ node }) => (node as Element)?.className));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${site.address()}?v=1&chapter=honeydue/create-task`);
  await page.getByRole("button", { name: "Copy link" }).waitFor();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(globalThis, "moved"))).toEqual([]);
});
