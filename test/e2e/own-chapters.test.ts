import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();

async function openFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  const input = page.locator('input[type="file"]').first();
  await input.waitFor({ state: "attached" });
  await input.setInputFiles({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });
}

test("a few keys lead past all that came with the page to what one opens or writes oneself, and a phone shows the way", async () => {
  const { page } = await site.open();
  const way = page.getByRole("link", { name: "Open or write a chapter of your own" });
  await way.waitFor();
  const isSeen = () => way.evaluate((one) => getComputedStyle(one).clipPath === "none");
  expect(await isSeen()).toBe(false);
  for (let presses = 0; presses < 12 && !(await isSeen()); presses++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  for (const next of [/^Open files/, /^Open a folder/, /^Write a new chapter$/]) {
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(next);
  }
  expect(page.url()).toBe(site.address());

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await isSeen()).toBe(true);
  await page.mouse.wheel(0, -9_000);
  await way.click();
  const { y = 0 } = (await page.getByRole("heading", { name: "Open your own" }).boundingBox()) ?? {};
  expect(0 < y && y < 844).toBe(true);
});

test("a file opens, and nothing of it is sent anywhere", async () => {
  const { page } = await site.open();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.url().includes("hello")) posted.push(request.url());
  });
  await openFile(
    page,
    "mine.md",
    "# Mine\n\n```mermaid\nsequenceDiagram\n  A->>B: hello there\n  B-->>A: well met\n```\n",
  );
  await expect.poll(() => page.getByRole("region", { name: "Stage" }).innerText()).toContain("hello there");
  expect(posted).toEqual([]);
});

test("what is shared of it leads to it from anywhere: the link carries it, into the post-mortem and onto paper too", async () => {
  const { page } = await site.open();
  await openFile(page, "mine.md", "# Mine\n\n```mermaid\nsequenceDiagram\n  A->>B: hello there\n```\n");
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  const field = dialog.getByRole("textbox", { name: "Link to this moment" });
  await expect.poll(() => field.inputValue()).toContain("#c=1.");
  const link = await field.inputValue();
  expect(await dialog.getByRole("textbox", { name: "Preview" }).inputValue()).toContain(`(${link})`);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await dialog.getByRole("button", { name: "Print a contact sheet" }).click();
  await page.locator(".sheet").waitFor({ state: "attached" });
  expect(await page.locator(".sheet-link a").getAttribute("href")).toBe(link);

  const elsewhere = await site.open(`${link.slice(site.address().length)}.`);
  const stage = elsewhere.page.getByRole("region", { name: "Stage" });
  await expect.poll(() => stage.innerText()).toContain("hello there");
});

test("the mark of what was concluded never stands alone in a line of the rail", async () => {
  const { page } = await site.open();
  const rows = Array.from({ length: 24 }, (_, more) => `| Edge over${"o".repeat(more)}loaded | 500 | wait |`);
  const table = `| Failure | User sees | Fix |\n|---|---|---|\n${rows.join("\n")}`;
  await openFile(
    page,
    "mine.md",
    `# Mine\n\n\`\`\`mermaid\nsequenceDiagram\n  App->>Edge: hello\n\`\`\`\n\n${table}\n`,
  );
  const marks = page.locator(".rail-title .rail-inferred");
  await expect.poll(() => marks.count()).toBe(24);
  const alone = await marks.evaluateAll((all) =>
    all.filter((mark) => {
      const title = mark.closest(".rail-title");
      return mark.getBoundingClientRect().left < (title?.getBoundingClientRect().left ?? 0) + 10;
    }),
  );
  expect(alone).toHaveLength(0);
});

test("however long the title and narrow the window, every view's link is whole", async () => {
  const { page } = await site.open();
  const title = "The reconciliation of settlement ledgers of many regions with an upstream bank";
  await openFile(page, "mine.md", `# ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n  A->>B: hello there\n\`\`\`\n`);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  const views = page.getByRole("navigation", { name: "Views" });
  const cut = () => views.evaluate((one) => one.scrollWidth - one.clientWidth);
  for (const width of [640, 859, 860, 1024, 1059, 1060, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await cut()]).toEqual([width, 0]);
    expect(await page.getByText(title).first().isVisible()).toBe(true);
  }
});

test("where a chapter states a time for the whole alone, that is said, and the player shows no instant that stays 0", async () => {
  const { page } = await site.open("", { viewport: { width: 390, height: 844 } });
  await openFile(
    page,
    "mine.md",
    "# Mine\n\n```mermaid\nsequenceDiagram\n  A->>B: hi\n  B->>C: ho\n```\n\nLatency: 20–80 ms\n",
  );
  await expect
    .poll(() => page.getByRole("status", { name: "Verdict" }).innerText())
    .toContain("The chapter states 20–80 ms for the whole alone.");
  await page.getByRole("button", { name: "Next message" }).click();
  const player = page.getByRole("group", { name: "Player" });
  await expect.poll(() => player.innerText()).toContain("hop 1, message 1");
  expect(await player.innerText()).not.toMatch(/0(?:\.0+)? ms/);
  // What is not stated stands in one line with what is.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator(".waterfall-totals").waitFor();
  const tops = await page.locator(".waterfall-totals > *").evaluateAll((totals) =>
    totals.map((total) => {
      const words = document.createRange();
      words.selectNodeContents(total);
      return Math.round(words.getBoundingClientRect().top);
    }),
  );
  expect(tops).toEqual([tops[1], tops[1]]);
});

test("pasted Mermaid text plays", async () => {
  const { page } = await site.open();
  await page
    .getByRole("textbox", { name: /Paste/ })
    .fill("sequenceDiagram\n  App->>API: GET /tasks\n  API-->>App: 200");
  await page.getByRole("button", { name: "Play it" }).click();
  await expect.poll(() => page.getByRole("region", { name: "Stage" }).innerText()).toContain("GET /tasks");
});

test("what cannot be read is said, and the rest plays", async () => {
  const { page } = await site.open();
  await openFile(
    page,
    "cut.md",
    "# Cut off\n\n```mermaid\nsequenceDiagram\n  A->>B: fine\n  A->>\n  alt never closed\n  B-->>A: still here\n```\n",
  );
  await expect.poll(() => page.getByRole("region", { name: "Stage" }).innerText()).toContain("fine");
  await expect.poll(() => page.locator("body").innerText()).toMatch(/problem/i);
});

test.each([
  ["an empty file", "empty.md", ""],
  ["Markdown without a diagram", "words.md", "# Only words\n\nNothing to play.\n"],
  ["a binary file", "picture.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
])("%s: the page says so and lives on", async (_what, name, text) => {
  const { page } = await site.open();
  const before = await page.locator("body").innerText();
  await openFile(page, name, text);
  await expect.poll(async () => (await page.locator("body").innerText()) !== before).toBe(true);
  // What is read last decides which view is shown: let it come to rest first.
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
});

test("10,000 messages scroll, and few of them are in the document", async () => {
  const { page } = await site.open();
  await openFile(page, "long.md", writeLongChapter(10_000));
  const stage = page.getByRole("region", { name: "Stage" });
  await expect.poll(() => stage.innerText(), { timeout: 30_000 }).toContain("request 1");
  const rows = stage.locator("[aria-posinset]");
  expect(await rows.count()).toBeLessThan(120);
  expect(await rows.first().getAttribute("aria-setsize")).toBe("10000");
  await page.keyboard.press("End");
  await expect.poll(() => stage.innerText(), { timeout: 10_000 }).toContain("answer 10000");
  expect(await rows.count()).toBeLessThan(120);
});

test("the page finds a message that is not in the document", async () => {
  const { page } = await site.open();
  await openFile(page, "long.md", writeLongChapter(2_000));
  const stage = page.getByRole("region", { name: "Stage" });
  await expect.poll(() => stage.innerText(), { timeout: 30_000 }).toContain("request 1");
  await page.keyboard.press("/");
  await page.keyboard.type("answer 1500");
  await page.keyboard.press("Enter");
  await expect.poll(() => stage.innerText()).toContain("answer 1500");
});
