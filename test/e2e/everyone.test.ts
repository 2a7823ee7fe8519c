import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const task = "?v=1&chapter=honeydue/create-task";

const views = [
  ["library", ""],
  ["walk", `${task}&at=2.3`],
  ["walk, to scale", `${task}&at=4.2&spacing=scale`],
  ["walk, broken", `${task}&fail=coredns-down&at=3.1`],
  ["walk, degraded", `${task}&fail=redis-down`],
  ["missing chapter", "?v=1&chapter=nowhere"],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test.each(views)(`axe finds nothing: %s, ${colorScheme}`, async (name, query) => {
    const { page } = await site.open(query, { colorScheme, reducedMotion: "reduce" });
    await (name.startsWith("walk")
      ? page.getByRole("region", { name: "Stage" })
      : page.getByRole("heading", { level: 1 })
    ).waitFor();
    await page.waitForTimeout(300);
    expect(await findBarriers(page)).toEqual([]);
  });
}

test.each([
  ["phone", { width: 390, height: 844 }],
  ["320 px wide", { width: 320, height: 640 }],
])("%s: nothing is cut off sideways, and a failure can be switched", async (_name, viewport) => {
  const { page } = await site.open(task, { viewport, hasTouch: true, isMobile: true });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(viewport.width);
  const redis = page.getByRole("switch", { name: "Redis down" }).first();
  // On a phone the rail is a sheet behind a button.
  if (!(await redis.isVisible()))
    await page
      .getByRole("button", { name: /layers|failures/i })
      .first()
      .click();
  await redis.click();
  await expect.poll(() => page.getByRole("status", { name: "Verdict" }).innerText()).toMatch(/Redis/);
  expect(await findBarriers(page)).toEqual([]);
});

test("a phone on its side sees its messages below one row of links", async () => {
  const { page } = await site.open(task, { viewport: { width: 667, height: 375 }, hasTouch: true, isMobile: true });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 };
  expect((await box(".header")).height).toBeLessThan(60);
  const { y } = await box(".stage-rows");
  expect((await box(".walk-player")).y - y).toBeGreaterThan(80);
});

test("a message can be looked for at every width", async () => {
  const { page } = await site.open(task);
  const find = page.locator(".toolbar-find");
  for (const [width, wide] of [
    [1440, true],
    [1024, true],
    [900, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    // A field that can be written in, or its sign, which opens it.
    await expect.poll(async () => ((await find.boundingBox())?.width ?? 0) > (wide ? 120 : 30)).toBe(true);
  }
  await find.locator("input").fill("Redis");
  expect((await find.boundingBox())?.width).toBeGreaterThan(300);
});

test("who asks for less motion gets none", async () => {
  const { page } = await site.open(task, { reducedMotion: "reduce" });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("switch", { name: "UFW blocks :80" }).first().click();
  await page.waitForTimeout(50);
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => one.playState === "running" && Number(one.effect?.getComputedTiming().duration ?? 0) > 20)
        .length,
  );
  expect(moving).toBe(0);
});

test("where the system picks the colours, words have no halo and lifelines are seen", async () => {
  const { page } = await site.open(task, { forcedColors: "active" });
  const look = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  expect(await look(".stage-label", "-webkit-text-stroke-width")).toBe("0px");
  expect(await look(".stage-lifeline", "background-color")).not.toBe(await look("body", "background-color"));
});

test("the theme follows the system until the reader says otherwise, and then stays", async () => {
  const { page } = await site.open("", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const dark = await ground();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect.poll(ground).not.toBe(dark);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await ground()).not.toBe(dark);
});

test("keys are shown by ?, and can be switched off", async () => {
  const { page } = await site.open(task);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  expect(await sheet.innerText()).toContain("Next message");
  await sheet.getByRole("switch").click();
  await page.keyboard.press("Escape");
  const before = page.url();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("0");
  await page.waitForTimeout(200);
  expect(page.url()).toBe(before);
});
