import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const view = "?v=1&chapter=honeydue/create-task&view=diagnose";
/** All of them: while they are still coming, there are none. */
const suspects = (page: Page) => page.locator(".diagnose-suspects[aria-busy=false] > li > h3");

test("521 leads to the firewall; the link holds it, back takes it back, and its run plays", async () => {
  const { page } = await site.open(view);
  await page.getByRole("button", { name: "521", exact: true }).click();
  await expect.poll(() => suspects(page).first().textContent()).toBe("UFW blocks :80");
  expect(page.url()).toContain("saw=user-creates-a-task:521");
  await page.reload();
  await expect.poll(() => suspects(page).first().textContent()).toBe("UFW blocks :80");
  await page.getByRole("link", { name: "Play its run" }).first().click();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.goBack();
  await suspects(page).first().waitFor();
});

test("words by keyboard, then the next look's result narrows the suspects", async () => {
  const { page } = await site.open(view);
  await page.getByRole("textbox", { name: "What you see, in your words" }).fill("fails");
  await page.keyboard.press("Enter");
  await suspects(page).first().waitFor();
  const before = await suspects(page).count();
  expect(before).toBeGreaterThan(1);
  await page.locator(".diagnose-splits button").last().click();
  const isNarrowed = (count: number) => count > 0 && count < before;
  await expect.poll(async () => isNarrowed(await suspects(page).count())).toBe(true);
  await page.goBack();
  await expect.poll(() => suspects(page).count()).toBe(before);
});

test("the chapter's own words are where to begin", async () => {
  const { page } = await site.open(view);
  const told = page.getByRole("region", { name: "In the chapter's own words" });
  await expect.poll(() => told.getByRole("button").count()).toBeGreaterThan(5);
  const first = await told.getByRole("button").first().textContent();
  await told.getByRole("button").first().click();
  await suspects(page).first().waitFor();
  expect(await page.getByRole("list", { name: "Seen so far" }).textContent()).toContain(first ?? "nothing");
  expect(await told.count()).toBe(0);
});

test("what is seen twice is listed once", async () => {
  const { page } = await site.open(view);
  const words = page.getByRole("textbox", { name: "What you see, in your words" });
  for (const seen of ["521", "521", "fails"]) {
    await words.fill(seen);
    await page.keyboard.press("Enter");
  }
  const said = page.getByRole("list", { name: "Seen so far" }).getByRole("listitem");
  await expect.poll(() => said.count()).toBe(2);
});

test("what nothing documents is said", async () => {
  const { page } = await site.open(`${view}&saw=create-task:purple+unicorns`);
  await page.getByRole("status").getByText("Not documented").waitFor();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    const { page } = await site.open(`${view}&saw=create-task:fails`, { colorScheme, reducedMotion: "reduce" });
    await suspects(page).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
}

test("a phone shows all of it", async () => {
  const { page } = await site.open(`${view}&saw=create-task:521`, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await suspects(page).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
