import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();
const task = "?v=1&chapter=honeydue/create-task";

const stage = (page: Page) => page.getByRole("region", { name: "Stage" });
const current = (page: Page) => stage(page).locator('[aria-current="step"]');
const row = (page: Page, name: RegExp) => stage(page).getByRole("button", { name });

/** Where an element begins within the stage's scroller, px. */
async function topInView(page: Page, element: Locator): Promise<number> {
  const [box, view] = await Promise.all([element.boundingBox(), page.locator(".stage-scroller").boundingBox()]);
  if (!box || !view) throw new Error("not on the page");
  return box.y - view.y;
}

test("ten thousand messages: few are in the document, all are counted, the last is one key away, heads stay", async () => {
  const { page } = await site.open();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "long.md",
      mimeType: "text/markdown",
      buffer: Buffer.from(writeLongChapter(10_000)),
    });
  const rows = page.locator(".stage-row");
  await rows.first().waitFor({ timeout: 60_000 });
  const counted = async () => ({
    rows: (await rows.count()) < 150,
    setSizes: await rows.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("aria-setsize")))]),
  });
  expect(await counted()).toEqual({ rows: true, setSizes: ["10000"] });

  await page.keyboard.press("End");
  await expect.poll(() => current(page).getAttribute("aria-label"), { timeout: 15_000 }).toContain("answer 10000");
  const last = page.locator(".stage-row[data-here=true]");
  expect(await last.getAttribute("aria-posinset")).toBe("10000");
  await expect.poll(() => topInView(page, last), { timeout: 15_000 }).toBeLessThan(800);
  expect(await counted()).toEqual({ rows: true, setSizes: ["10000"] });
  const head = page.locator(".stage-head").first();
  expect(await topInView(page, head)).toBeGreaterThanOrEqual(0);
  expect(await topInView(page, head)).toBeLessThan(40);

  // Somewhere in the middle, by hand: rows are there, in their order, and the way back is offered.
  await page.locator(".stage-scroller").hover();
  await page.mouse.wheel(0, -90_000);
  await page.getByRole("button", { name: "Back to the playhead" }).waitFor();
  const places = await rows.evaluateAll((all) => all.map((one) => Number(one.getAttribute("aria-posinset"))));
  expect(places.length).toBeGreaterThan(5);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(await topInView(page, head)).toBeLessThan(40);
  await page.getByRole("button", { name: "Back to the playhead" }).click();
  await expect.poll(() => rows.evaluateAll((all) => all.at(-1)?.getAttribute("aria-posinset"))).toBe("10000");
});

test("however one goes on, no frame is without the rows in view", async () => {
  const { page } = await site.open();
  const buffer = Buffer.from(writeLongChapter(1_000));
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "long.md", mimeType: "text/markdown", buffer });
  await page.locator(".stage-row").first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    const bare: number[] = [];
    Object.assign(window, { bare });
    const look = () => {
      const view = document.querySelector(".stage-scroller")?.getBoundingClientRect();
      const last = [...document.querySelectorAll(".stage-row")].at(-1)?.getBoundingClientRect();
      // A band's title may stand below the last row.
      if (view && last && last.bottom < view.bottom - 60) bare.push(Math.round(view.bottom - last.bottom));
      requestAnimationFrame(look);
    };
    look();
  });
  for (let n = 0; n < 60; n += 1) await page.keyboard.press("ArrowRight");
  await page.locator(".stage-scroller").hover();
  for (let n = 0; n < 30; n += 1) {
    await page.mouse.wheel(0, 200 + 20 * n);
    await page.waitForTimeout(20);
  }
  expect(await page.evaluate(() => Reflect.get(window, "bare"))).toEqual([]);
});

test("to scale, later is never further up, and the ocean is longer than a hop within the cluster", async () => {
  const { page } = await site.open(task);
  await stage(page).getByRole("button").first().waitFor();
  await page.getByRole("button", { name: "To scale" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("spacing")).toBe("scale");
  // Rows come into the document as one scrolls: all of them are looked at.
  const rows = await page.locator(".stage-scroller").evaluate(async (view) => {
    const seen: (readonly [place: number, top: number, height: number])[] = [];
    for (let top = 0; top < view.scrollHeight; top += 300) {
      view.scrollTo({ top, behavior: "instant" });
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      for (const row of view.querySelectorAll<HTMLElement>(".stage-row"))
        seen.push([Number(row.getAttribute("aria-posinset")), row.offsetTop, row.offsetHeight]);
    }
    return seen;
  });
  const seen = new Map(rows.map(([place, ...span]) => [place, span]));
  const count = Number(await page.locator(".stage-row").first().getAttribute("aria-setsize"));
  expect(seen.size).toBe(count);
  const spans = [...seen.entries()].sort(([a], [b]) => a - b).map(([, span]) => span);
  const tops = spans.map(([top]) => top);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  const heights = spans.map(([, height]) => height);
  expect(Math.max(...heights)).toBeGreaterThan(4 * Math.min(...heights));
});

test("a hop alone, a message's card, zoom and find, by mouse and by keyboard", async () => {
  const { page } = await site.open(`${task}&at=5.1`);
  await current(page).waitFor();
  const lanes = page.locator(".stage-head");
  const whole = await lanes.count();
  await page.getByRole("combobox", { name: "Hops on the stage" }).selectOption("5");
  await expect.poll(() => lanes.count()).toBeLessThan(whole);
  expect(new URL(page.url()).searchParams.get("focus")).toBe("5");
  await page.getByRole("button", { name: "Show the whole journey" }).click();
  await expect.poll(() => lanes.count()).toBe(whole);

  // The card: wholly in view, with the failures that would bite as switches.
  await row(page, /Resolve "redis"/)
    .first()
    .hover();
  const card = page.getByRole("region", { name: "About this message" });
  await card.getByRole("switch", { name: "CoreDNS down" }).waitFor();
  const [inner, outer] = await Promise.all([card.boundingBox(), page.locator(".stage-scroller").boundingBox()]);
  expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0));
  await page
    .getByRole("searchbox")
    .or(page.getByRole("textbox", { name: "Find a message" }))
    .first()
    .hover();
  await expect.poll(() => card.count()).toBe(0);

  // By keyboard: arrows go from row to row, the card comes with the focus, Enter goes there.
  await current(page).focus();
  await page.keyboard.press("ArrowDown");
  await card.waitFor();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  await expect.poll(() => current(page).getAttribute("aria-label")).toBe(focused);
  await page.keyboard.press("Escape");
  await expect.poll(() => card.count()).toBe(0);

  const before = await page.locator(".stage-head").first().boundingBox();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect
    .poll(async () => (await lanes.first().boundingBox())?.height)
    .toBeGreaterThan((before?.height ?? 0) * 1.1);
  await page.getByRole("button", { name: /back to 100/ }).click();
  await expect.poll(async () => (await lanes.first().boundingBox())?.height).toBe(before?.height);

  await page.keyboard.press("/");
  await page.keyboard.type("RPUSH");
  await page.keyboard.press("Enter");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain("RPUSH");
  expect(await page.locator(".stage-row mark").first().innerText()).toBe("RPUSH");
});

test("who asks for less motion is shown the message at once, and nothing glides", async () => {
  const { page } = await site.open(`${task}&at=1.1`, { reducedMotion: "reduce" });
  await current(page).waitFor();
  await page.keyboard.press("End");
  const view = page.locator(".stage-scroller");
  await expect.poll(() => view.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  const tops = await view.evaluate(async (element) => {
    const seen: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      seen.push(element.scrollTop);
      await new Promise(requestAnimationFrame);
    }
    return seen;
  });
  expect(new Set(tops).size).toBe(1);
});

test("words are set as words: their hyphens are no wider than the type has them, in the verdict, the rail and the waterfall", async () => {
  const { page } = await site.open(`${task}&fail=kube-proxy-broken-on-one-node`);
  for (const place of [".verdict-headline", ".rail-title", ".waterfall"]) {
    const at = page.locator(place).filter({ hasText: "kube-proxy" }).first();
    await at.waitFor();
    const [shown = 0, meant = 0] = await at.evaluate(async (one) => {
      await document.fonts.ready;
      const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      let node = words.nextNode();
      while (node && !node.nodeValue?.includes("kube-proxy")) node = words.nextNode();
      if (!node?.parentElement) return [];
      const range = document.createRange();
      const from = node.nodeValue?.indexOf("kube-proxy") ?? 0;
      range.setStart(node, from);
      range.setEnd(node, from + "kube-proxy".length);
      const pen = document.createElement("canvas").getContext("2d");
      const { fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(node.parentElement);
      if (!pen) return [];
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      pen.letterSpacing = letterSpacing === "normal" ? "0px" : letterSpacing;
      return [range.getBoundingClientRect().width, pen.measureText("kube-proxy").width];
    });
    expect([place, Math.abs(shown - meant) < 1]).toEqual([place, true]);
  }
});
