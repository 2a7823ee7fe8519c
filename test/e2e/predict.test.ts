import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { cutControls } from "./cut-controls.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const predict = "?v=1&chapter=honeydue/create-task&view=predict";

const question = (page: Page) => page.getByRole("region", { name: /^Question/ });
const answer = (page: Page) => page.getByRole("status", { name: "Answer" });
const score = (page: Page) => page.locator(".predict-score");

test("a set by keyboard alone, question by question to the score", async () => {
  const { page } = await site.open(predict, { reducedMotion: "reduce" });
  await page.getByRole("navigation", { name: "Questions" }).waitFor();
  const of = await page.getByRole("button", { name: /^Question \d/ }).count();
  for (let n = 1; n <= of; n++) {
    await page.getByRole("region", { name: `Question ${n} of ${of}` }).waitFor();
    await page.keyboard.press("1");
    await expect.poll(() => answer(page).innerText()).toMatch(/^(Right|Not this one)\./);
    // The focus waits on the way on.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Next|score/);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("region", { name: "Score" }).waitFor();
  expect(await page.getByRole("region", { name: "Score" }).innerText()).toMatch(new RegExp(`of ${of} right`));
});

test("the way on is in view under every answer, and the next question begins in view, with the focus on its words", async () => {
  const { page } = await site.open(`${predict}&round=8`, { viewport: { width: 390, height: 640 }, hasTouch: true });
  const inView = (of: Locator) =>
    of.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  await page.getByRole("button", { name: "Question 7, not answered yet" }).click();
  await page.keyboard.press("1");
  const next = page.getByRole("button", { name: "Next question" });
  await next.waitFor();
  expect(await inView(next)).toBe(true);
  // Who has read to the end of the answer has scrolled the question away.
  await answer(page).getByRole("button", { name: "Why?" }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 400);
  const situation = page.locator(".predict-situation");
  await expect.poll(() => inView(situation)).toBe(false);
  await next.click();
  await page.getByRole("region", { name: /^Question 8/ }).waitFor();
  expect(await situation.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await inView(situation)).toBe(true);
});

test("an answer plays the run, and the first answer counts even after a reload", async () => {
  const { page } = await site.open(`${predict}&round=2`);
  await question(page).waitFor();
  const link = page.url();
  await question(page).getByRole("listitem").first().getByRole("button").click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
  const said = await score(page).innerText();
  expect(said).toMatch(/^[01] of 1 right$/);
  // The link to a question does not tell its answer.
  expect(page.url()).toBe(link);
  await page.reload();
  await question(page).waitFor();
  expect(await score(page).innerText()).toBe(said);
  await question(page).getByRole("listitem").last().getByRole("button").click({ force: true });
  expect(await score(page).innerText()).toBe(said);
  await page.getByRole("button", { name: "Open in Walk" }).click();
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await page.goBack();
  await question(page).waitFor();
});

test("who leaves the questions finds the failures that were on, where they were seen; who takes a question along has its own", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&fail=redis-down&at=3.2");
  const verdict = page.locator(".verdict-headline");
  await expect.poll(() => verdict.innerText()).toContain("Redis is down");
  const header = page.getByRole("navigation", { name: "Views" });
  await header.getByRole("link", { name: "Predict" }).click();
  await question(page).waitFor();
  await page.keyboard.press("1");
  await expect.poll(() => answer(page).innerText()).toMatch(/^(Right|Not this one)\./);
  await header.getByRole("link", { name: "Walk" }).click();
  await expect.poll(() => verdict.innerText()).toContain("Redis is down");
  await expect.poll(() => page.url()).toMatch(/at=3\.2&fail=redis-down&view=walk/);

  // Leaving was one step: back leads to the question, and forth to that run again.
  await page.goBack();
  await answer(page).waitFor();
  await page.goForward();
  await expect.poll(() => verdict.innerText()).toContain("Redis is down");

  await header.getByRole("link", { name: "Predict" }).click();
  await page.getByRole("button", { name: "Open in Walk" }).click();
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await expect.poll(() => page.url()).toMatch(/fail=(?!redis-down&)/);
});

test("what does not touch the request is said once, and the score tells what was revealed from what was answered", async () => {
  const { page } = await site.open(`${predict}&round=5`, { reducedMotion: "reduce" });
  const reveal = page.getByRole("button", { name: "Reveal without an answer" });
  await reveal.click();
  await expect
    .poll(() => answer(page).innerText())
    .toContain("B2 down: that does not touch this request as it is made here.");
  expect((await answer(page).innerText()).match(/B2/g)).toHaveLength(1);
  await page.getByRole("button", { name: /^Question 8/ }).click();
  await reveal.click();
  await page.getByRole("button", { name: "To the score" }).click();
  const said = await page.getByRole("region", { name: "Score" }).innerText();
  expect(said).toContain("2 questions were revealed without an answer.");
  expect(said).toContain("Cloudflare DNS is down");
});

test("a chapter without failures says so", async () => {
  const { page } = await site.open();
  const text = "# Ping\n\n```mermaid\nsequenceDiagram\na->>b: ping\nb-->>a: pong\n```\n";
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "ping.md",
      mimeType: "text/markdown",
      buffer: Buffer.from(text),
    });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Predict" }).click();
  await page.getByRole("heading", { name: "There is nothing to predict here" }).waitFor();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing before and after the answer, ${colorScheme}`, async () => {
    const { page } = await site.open(`${predict}&round=7`, { colorScheme, reducedMotion: "reduce" });
    await question(page).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press("2");
    await expect.poll(() => answer(page).innerText()).toMatch(/\S/);
    expect(await findBarriers(page)).toEqual([]);
  });
}

test("the player is whole at every width", async () => {
  const { page } = await site.open(predict);
  const player = page.getByRole("group", { name: "Player" });
  await player.waitFor();
  for (const width of [1440, 1280, 1024, 860, 859, 600]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => cutControls(player), { message: `${width} px` }).toBe(0);
  }
});

test("on a phone on its side nothing lies over the answers", async () => {
  const { page } = await site.open(predict, { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true });
  await question(page).waitFor();
  const actions = await page.locator(".predict-actions").boundingBox();
  const options = await Promise.all((await page.locator(".predict-option").all()).map((each) => each.boundingBox()));
  expect(options.length).toBeGreaterThan(1);
  for (const option of options) expect((option?.y ?? 0) + (option?.height ?? 0)).toBeLessThanOrEqual(actions?.y ?? 0);
});

test("a phone shows all of it", async () => {
  const { page } = await site.open(`${predict}&round=8`, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await question(page).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
