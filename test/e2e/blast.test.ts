import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const blast = "?v=1&chapter=honeydue/create-task&view=blast";

const grid = (page: Page) => page.getByRole("grid");
const cell = (page: Page, name: string | RegExp) => page.getByRole("gridcell", { name });

test("every failure against every scenario of the library, and a click plays the run", async () => {
  const { page } = await site.open(blast);
  await grid(page).waitFor();
  expect(await grid(page).getAttribute("aria-colcount")).toBe("8");
  expect(await grid(page).getAttribute("aria-rowcount")).toBe("13");
  await cell(page, "Postgres down in User creates a task: failed hop 4").click();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  const link = new URL(page.url()).searchParams;
  expect([link.get("fail"), link.get("at")?.split(".")[0]]).toEqual(["postgres-down", "4"]);
  await page.goBack();
  await grid(page).waitFor();
});

test("the view before stays until this one has come", async () => {
  const { page } = await site.open(blast.replace("&view=blast", ""));
  await page.getByRole("region", { name: "Stage" }).waitFor();
  let deliver = (): void => {};
  const asked = new Promise<void>((ask) => {
    void page.route("**/BlastView-*.js", async (route) => {
      const delivered = new Promise<void>((resolve) => {
        deliver = resolve;
      });
      ask();
      await delivered;
      await route.continue();
    });
  });
  const link = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Blast radius" });
  await link.click();
  await asked;
  expect(await page.getByRole("region", { name: "Stage" }).isVisible()).toBe(true);
  deliver();
  await grid(page).waitFor();
  expect(await link.getAttribute("aria-current")).toBe("page");
  expect(await page.getByRole("region", { name: "Stage" }).count()).toBe(0);
});

test("by keyboard: from cell to cell, to the ends, and Enter plays", async () => {
  const { page } = await site.open(`${blast}&sort=order`);
  await grid(page).waitFor();
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toMatch(/^Cloudflare edge down, one POP in User reads the task list/);
  await page.keyboard.press("Control+End");
  await expect.poll(focused).toMatch(/^B2 down in User views a photo/);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Stage" }).waitFor();
  expect(new URL(page.url()).searchParams.get("fail")).toBe("b2-down");
});

test("pairs that break more than each half; the link holds what is shown", async () => {
  const { page } = await site.open(blast);
  await page.getByRole("button", { name: "Two at once" }).click();
  await cell(page, /Postgres down \+ Redis down in User reads the task list: failed.*worse than each alone/).waitFor();
  await page.reload();
  await cell(page, /worse than each alone/)
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toContain("pairs=on&only=worse");
  await page.getByLabel("Show").selectOption("");
  await expect.poll(() => grid(page).getAttribute("aria-rowcount")).toBe("67");
});

test("the table goes out as CSV", async () => {
  const { page } = await site.open(blast);
  await grid(page).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("honeydue-blast-radius.csv");
});

/** A chapter of so many scenarios and failures, each scenario through a few of the services. */
function writeWide(scenarios: number, services: number): string {
  const rows = Array.from({ length: services }, (_, n) => `| Svc${n} down | 50${n % 4} | restart |`);
  const parts = Array.from({ length: scenarios }, (_, s) => {
    const calls = [0, 1, 2, 3].map((m) => `Svc${(s + m) % services}->>Svc${(s + m + 1) % services}: call ${m}`);
    return `## Flow ${s}\n\n\`\`\`mermaid\nsequenceDiagram\n${calls.join("\n")}\n\`\`\`\n`;
  });
  return `# Wide\n\n${parts.join("\n")}\n## What breaks\n\n| Failure | User sees | Recovery |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

test("200 scenarios by 50 failures: only what is in view is in the document", async () => {
  const { page } = await site.open();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "wide.md",
      mimeType: "text/markdown",
      buffer: Buffer.from(writeWide(200, 50)),
    });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Blast radius" }).click();
  await grid(page).waitFor();
  expect(await grid(page).getAttribute("aria-colcount")).toBe("201");
  expect(await grid(page).getAttribute("aria-rowcount")).toBe("51");
  expect(await page.getByRole("gridcell").count()).toBeLessThan(1500);
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press("Control+End");
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel);
  await expect.poll(focused).toMatch(/in Flow 199: /);

  // Scrolled out of view, the cell keeps the focus, and Tab still finds the grid.
  await page.locator(".blast-scroller").evaluate((box) => box.scrollTo(0, 0));
  await cell(page, /in Flow 0: /)
    .first()
    .waitFor();
  expect(await focused()).toMatch(/in Flow 199: /);
  expect(await page.locator('[role="gridcell"][tabindex="0"]').count()).toBe(1);

  // Whoever writes elsewhere stays there while the grid changes under it.
  await page.getByLabel("Search failures").pressSequentially("svc1");
  expect(await page.getByLabel("Search failures").inputValue()).toBe("svc1");
});

test("cells that the arrows scroll under a resting pointer do not take the focus", async () => {
  const { page } = await site.open(`${blast}&pairs=on`);
  await grid(page).waitFor();
  await page.mouse.move(700, 500);
  await page.mouse.move(702, 500);
  const rowOf = () =>
    page.evaluate(() => Number(document.activeElement?.closest('[role="row"]')?.getAttribute("aria-rowindex")));
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  const from = await rowOf();
  for (let n = 1; n <= 24; n++) {
    await page.keyboard.press("ArrowDown");
    await expect.poll(rowOf).toBe(from + n);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  }
});

test("a link that asks for what is not there says so, and shows the rest", async () => {
  const { page } = await site.open(`${blast}&only=worse&layer=nowhere`);
  await page.getByText("which this library does not have").waitFor();
  await page.getByText("does not ask for pairs").waitFor();
  expect(await grid(page).getAttribute("aria-rowcount")).toBe("13");
  await expect.poll(() => new URL(page.url()).search).not.toMatch(/only|layer/);
});

test("a library that names no failures says so", async () => {
  const { page } = await site.open();
  const text = "# Ping\n\n```mermaid\nsequenceDiagram\na->>b: ping\nb-->>a: pong\n```\n";
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "ping.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Blast radius" }).click();
  await page.getByRole("heading", { name: "There is nothing to break here" }).waitFor();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    const { page } = await site.open(blast, { colorScheme });
    await grid(page).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
}

test("a phone gets a list, and nothing is cut off", async () => {
  const { page } = await site.open(blast, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await page.getByText("Redis down").first().click();
  await page.getByRole("button", { name: /User reads the task list degraded, hop 4/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await findBarriers(page)).toEqual([]);
});
