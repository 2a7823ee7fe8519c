import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();
const task = "?v=1&chapter=honeydue/create-task";

const verdict = (page: Page) => page.getByRole("status", { name: "Verdict" });
const player = (page: Page) => page.getByRole("group", { name: "Player" });
const current = (page: Page) => page.getByRole("region", { name: "Stage" }).locator('[aria-current="step"]');
const at = (page: Page) => new URL(page.url()).searchParams.get("at");

test("from the library to a scenario that plays", async () => {
  const { page } = await site.open();
  await page.getByRole("link", { name: "User creates a task", exact: true }).click();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  expect(await verdict(page).innerText()).toMatch(/\S/);

  await player(page).getByRole("button", { name: "Play" }).click();
  await player(page).getByRole("button", { name: "Pause" }).waitFor();
  const slider = page.getByRole("slider", { name: "Playhead" });
  const before = Number((await slider.getAttribute("aria-valuenow")) ?? (await slider.inputValue()));
  await page.waitForTimeout(1200);
  const after = Number((await slider.getAttribute("aria-valuenow")) ?? (await slider.inputValue()));
  expect(after).toBeGreaterThan(before);
  await player(page).getByRole("button", { name: "Pause" }).click();
});

test("stepping by keyboard, message by message and hop by hop", async () => {
  const { page } = await site.open(task);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain("Resolve api.myhoneydue.com");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain("104.21.13.7");
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain("Which origin");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain("POST /api/tasks/");
  await page.keyboard.press("5");
  await expect.poll(() => current(page).getAttribute("aria-label")).toContain('Resolve "redis"');
});

test("each failure of the main job has its own verdict", async () => {
  const { page } = await site.open(task);
  const flip = (title: string) => page.getByRole("switch", { name: title }).first().click();
  await page.getByRole("switch", { name: "CoreDNS down" }).first().waitFor();

  await flip("CoreDNS down");
  await expect.poll(() => verdict(page).innerText()).toMatch(/CoreDNS/);
  expect(await page.getByRole("switch", { name: "CoreDNS down" }).first().getAttribute("aria-checked")).toBe("true");
  expect(new URL(page.url()).searchParams.get("fail")).toContain("coredns-down");
  await page.getByRole("radio", { name: /warm/i }).first().check();
  await expect.poll(() => verdict(page).innerText()).not.toMatch(/dies|fails|failed/i);
  await page.getByRole("radio", { name: /new/i }).first().check();
  await flip("CoreDNS down");

  await flip("UFW blocks :80");
  await expect.poll(() => verdict(page).innerText()).toMatch(/UFW/);
  expect(await page.locator("body").innerText()).toContain("521");
  await flip("UFW blocks :80");

  await flip("Redis down");
  await expect.poll(() => verdict(page).innerText()).toMatch(/Redis/);
  expect(await page.locator("body").innerText()).toMatch(/RPUSH|lost/i);
  await page.keyboard.press("0");
  await expect
    .poll(() => page.getByRole("switch", { name: "Redis down" }).first().getAttribute("aria-checked"))
    .toBe("false");
});

test("a failure that is switched on in mid-play bites only from there on, and the link says so", async () => {
  const { page } = await site.open(`${task}&at=5.2`);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("switch", { name: "Redis down" }).first().click();
  await expect.poll(() => new URL(page.url()).searchParams.get("fail")).toMatch(/^redis-down@\d+\.\d+$/);
  await page.keyboard.press("Home");
  await expect.poll(() => new URL(page.url()).searchParams.get("fail")).toBe("redis-down");
});

test("a link opens paused at its place, and back and forward go where one was", async () => {
  const { page } = await site.open(`${task}&at=3.1&fail=coredns-down`);
  await expect.poll(() => verdict(page).innerText()).toMatch(/CoreDNS/);
  await player(page).getByRole("button", { name: "Play" }).waitFor();
  await expect.poll(() => at(page)).toBe("3.1");

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
  await page.goBack();
  await expect.poll(() => verdict(page).innerText()).toMatch(/CoreDNS/);
  await page.goForward();
  await page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
});

test("undo brings back a switch", async () => {
  const { page } = await site.open(task);
  const redis = page.getByRole("switch", { name: "Redis down" }).first();
  await redis.click();
  await expect.poll(() => redis.getAttribute("aria-checked")).toBe("true");
  await page.keyboard.press("Control+z");
  await expect.poll(() => redis.getAttribute("aria-checked")).toBe("false");
});

test("Why quotes the chapter's own lines, and Close gives the focus back", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&fail=redis-down");
  const why = page.getByRole("button", { name: "Why" }).first();
  await why.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Why?" });
  await expect
    .poll(() => dialog.getByRole("region", { name: "The chapter's lines" }).first().innerText())
    .toMatch(/[Rr]edis/);
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => why.evaluate((button) => button === document.activeElement)).toBe(true);
});

test("the title leads to the library's other scenarios, and back leads to the one before", async () => {
  const { page } = await site.open(task);
  const picker = page.getByRole("combobox", { name: "Scenario", exact: true });
  await picker.selectOption({ label: "User reads the task list" });
  await expect.poll(() => page.url()).toContain("chapter=honeydue/read-list");
  await expect.poll(() => page.title()).toContain("User reads the task list");
  await page.goBack();
  await expect.poll(() => picker.locator("option:checked").innerText()).toBe("User creates a task");
});
