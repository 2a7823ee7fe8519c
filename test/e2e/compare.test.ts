import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const broken = "?v=1&chapter=honeydue/create-task&fail=coredns-down&view=walk";
const redis = "?v=1&chapter=honeydue/create-task&fail=redis-down&view=walk";

const differences = (page: Page) => page.getByRole("region", { name: "Differences" });
const stage = (page: Page, which: "first" | "second") => page.getByRole("region", { name: `Stage, ${which} run` });
const here = (page: Page, which: "first" | "second") =>
  stage(page, which).locator('[aria-current="step"]').getAttribute("aria-label");

test("c sets the healthy run beside this one, and both stand at the same message", async () => {
  const { page } = await site.open(redis);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.keyboard.press("c");
  await differences(page).waitFor();
  expect(page.url()).toContain("compare=healthy");
  expect(await page.getByRole("status", { name: "Verdict, first run" }).innerText()).toMatch(/^Everything answers/);
  expect(await page.getByRole("status", { name: "Verdict, second run" }).innerText()).toMatch(/Redis/);
  await page.keyboard.press("3");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => here(page, "first")).toMatch(/^hop 3, message 2/);
  expect(await here(page, "second")).toMatch(/^hop 3, message 2/);
  const top = (which: "first" | "second") =>
    stage(page, which)
      .locator('.stage-row[data-here="true"]')
      .evaluate((row) => Math.round(row.getBoundingClientRect().top));
  await expect.poll(async () => (await top("first")) - (await top("second"))).toBe(0);
  await page.keyboard.press("c");
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await page.goBack();
  await differences(page).waitFor();
});

test("n goes from difference to difference, a click seeks, and the link brings it all back", async () => {
  const { page } = await site.open(`${redis}&compare=healthy`);
  await differences(page).waitFor();
  await page.keyboard.press("n");
  await expect.poll(() => differences(page).locator('[aria-current="step"]').count()).toBeGreaterThan(0);
  const first = await here(page, "second");
  await page.keyboard.press("n");
  await expect.poll(() => here(page, "second")).not.toBe(first);
  await page.keyboard.press("p");
  await expect.poll(() => here(page, "second")).toBe(first);
  await differences(page)
    .getByRole("button", { name: /fails: Redis down/ })
    .click();
  await expect.poll(() => here(page, "second")).toMatch(/failed: Redis down/);
  const place = await here(page, "first");
  const [, hop, message] = /^hop (\d+), message (\d+)/.exec(place ?? "") ?? [];
  await expect.poll(() => page.url()).toContain(`at=${hop}.${message}&`);
  await page.reload();
  await expect.poll(() => here(page, "first")).toBe(place);
});

test("either run is changed by itself, and swapping exchanges them", async () => {
  const { page } = await site.open(`${redis}&compare=healthy`);
  await page.getByRole("button", { name: "Change the first run" }).click();
  await page.getByRole("switch", { name: "CoreDNS down" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "First run: CoreDNS down", exact: true }).waitFor();
  await page.getByRole("button", { name: "Swap the runs" }).click();
  await page.getByRole("region", { name: "Second run: CoreDNS down", exact: true }).waitFor();
  await page.getByRole("region", { name: "First run: Redis down", exact: true }).waitFor();
  expect(page.url()).toContain("compare=redis-down");
});

test("two equal runs say so", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&compare=healthy&view=walk");
  await differences(page).getByText("The two runs are the same.").waitFor();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    const { page } = await site.open(`${broken}&compare=redis-down`, { colorScheme, reducedMotion: "reduce" });
    await differences(page).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
}

test("a phone shows both, one or the other, and nothing sticks out", async () => {
  const { page } = await site.open(`${redis}&compare=healthy`, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await stage(page, "second").waitFor();
  // Nothing of the stages lies over the player.
  await page.getByRole("button", { name: "Play", exact: true }).click({ trial: true });
  await page.getByRole("button", { name: "First", exact: true }).click();
  await stage(page, "second").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
