import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const verdict = (page: Page) => page.getByRole("status", { name: "Verdict" });
const moment = (page: Page) => page.getByRole("region", { name: "Walkthrough" }).getByRole("heading", { level: 2 });

test("a drill from the library, moment by moment with the keyboard, and back leads out of it", async () => {
  const { page } = await site.open("");
  await page.getByRole("link", { name: /^A drill/ }).click();
  await expect.poll(() => moment(page).innerText()).toBe("18:02 The usual way");
  await expect.poll(() => verdict(page).innerText()).toMatch(/Everything answers/);
  await page.keyboard.press("PageDown");
  await expect.poll(() => moment(page).innerText()).toMatch(/^18:10/);
  await expect.poll(() => verdict(page).innerText()).toMatch(/Redis is down/);
  // Who looks around comes back to the moment as it was.
  await page.getByRole("switch", { name: "UFW blocks :80" }).first().click();
  await expect.poll(() => verdict(page).innerText()).toMatch(/UFW/);
  await page.getByRole("button", { name: /^2 \/ 6/ }).click();
  await expect.poll(() => verdict(page).innerText()).toMatch(/Redis is down/);
  expect(await findBarriers(page)).toEqual([]);
  await page.reload();
  await expect.poll(() => moment(page).innerText()).toMatch(/^18:10/);
  await page.getByRole("button", { name: "Leave the walkthrough" }).click();
  await expect.poll(() => page.url()).not.toContain("moment=");
  expect(await verdict(page).innerText()).toMatch(/Redis is down/);
});

test("moments are recorded while looking around, survive a reload, and play as a walkthrough of one's own", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&at=3.1");
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.keyboard.press("m");
  await page.getByText("Moment 1 is recorded").waitFor();
  await page.getByRole("switch", { name: "Redis down" }).first().click();
  await page.getByRole("button", { name: "Share" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  await dialog.getByRole("button", { name: "Add this moment" }).click();
  const told = dialog.getByRole("textbox", { name: "What is told at moment 2" });
  await told.fill("The cache is gone. **Nobody** noticed.");
  await dialog.getByRole("textbox", { name: "Title", exact: true }).fill("Our evening");
  await page.reload();
  await page.getByRole("button", { name: "Share" }).first().click();
  await expect.poll(() => told.inputValue()).toMatch(/^The cache is gone/);
  await dialog.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => moment(page).innerText()).toMatch(/^hop 3, Traefik/);
  await page.getByRole("button", { name: "Next moment" }).click();
  await expect.poll(() => verdict(page).innerText()).toMatch(/Redis is down/);
  const bar = page.getByRole("region", { name: "Walkthrough" });
  await expect.poll(() => bar.innerText()).toMatch(/Our evening[\s\S]*Nobody noticed/);
});
