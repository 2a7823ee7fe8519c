import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { largeAttacks } from "../fixtures/attacks/large-attacks.ts";
import { siteFolder } from "./built-site.ts";
import { openBrowser } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";
import { expectUnharmed, openTrapped as openTrappedIn, waitForAnswer } from "./trap.ts";

const folder = join(import.meta.dirname, "../fixtures/attacks");
const files = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");

const disk = mkdtempSync(join(tmpdir(), "hopwise-attacks-"));

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite(siteFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(disk, { recursive: true, force: true });
});

/** A page in which any script of a chapter's that ran would be seen. */
const openTrapped = (query = "") => openTrappedIn(browser, site.address, query);

/** Picks a file of the disk, as a person does: one handed over as bytes is decoded by the page, which is then busy. */
async function openFile(page: Page, name: string, text: string): Promise<void> {
  const path = join(disk, name);
  writeFileSync(path, text);
  await page.locator('input[type="file"]').first().setInputFiles(path);
}

/** The longest that the page did not answer, ms, while `work` ran. */
async function longestSilence(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const beat = { last: performance.now(), longest: 0 };
    setInterval(() => {
      const now = performance.now();
      beat.longest = Math.max(beat.longest, now - beat.last);
      beat.last = now;
    }, 20);
    Object.assign(window, { beat });
  });
  await work();
  return page.evaluate(() => (window as unknown as { beat: { longest: number } }).beat.longest);
}

test.each(files)("%s: nothing runs, nothing leaves", async (name) => {
  const trapped = await openTrapped();
  await openFile(trapped.page, name, readFileSync(join(folder, name), "utf8"));
  await waitForAnswer(trapped.page);
  // Walk through it, so that notes, cards and verdicts are drawn as well.
  for (let step = 0; step < 8; step += 1) await trapped.page.keyboard.press("ArrowRight");
  for (const one of await trapped.page.getByRole("switch").all())
    await one.click({ timeout: 1_000 }).catch(() => undefined);
  const hover = trapped.page.locator(".stage-row").first();
  if (await hover.count()) await hover.hover({ timeout: 1_000 }).catch(() => undefined);
  await trapped.page.waitForTimeout(300);
  await expectUnharmed(trapped);
  await trapped.context.close();
});

test.each(largeAttacks)("$name: the page answers, and says what is wrong", async ({ text }) => {
  const trapped = await openTrapped();
  const silence = await longestSilence(trapped.page, async () => {
    await openFile(trapped.page, "large.md", text());
    await waitForAnswer(trapped.page);
    await trapped.page.waitForTimeout(200);
  });
  // Generous: the machine may be doing other things, and what is guarded against takes ten times as long.
  expect(silence).toBeLessThan(2_500);
  await expectUnharmed(trapped);
  // The rest of the product lives.
  await trapped.page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Library" }).click();
  await trapped.page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
  await trapped.context.close();
});

const hostileLinks = [
  `?v=1&chapter=${encodeURIComponent('<img src=x onerror=attacked("chapter")>')}`,
  "?v=1&chapter=__proto__&fail=__proto__,constructor&with=__proto__:polluted",
  `?v=1&chapter=honeydue/create-task&fail=${encodeURIComponent("<script>attacked(1)</script>")}`,
  `?v=1&chapter=honeydue/create-task&with=${encodeURIComponent("<svg onload=attacked(1)>:x")}&theme=${encodeURIComponent('"><script>')}`,
  "?v=1&src=javascript:attacked(1)",
  "?v=1&src=data:text/html,<script>attacked(1)</script>",
  "?v=1&src=file:///etc/passwd",
  "?__proto__[polluted]=yes&constructor[prototype][polluted]=yes&constructor.prototype.polluted=yes",
  `?v=1&chapter=honeydue/create-task&at=${"9".repeat(5_000)}.1&seed=${"1".repeat(5_000)}`,
  `?v=1&${"fail=x&".repeat(2_000)}`,
  "?v=1&chapter=%E0%A4%A&fail=%ff%00",
  "?v=1&chapter=../../../etc/passwd",
];

test.each(hostileLinks.map((query) => [query.slice(0, 60), query]))(
  "the link %s… harms nothing",
  async (_start, query) => {
    const trapped = await openTrapped(query);
    await trapped.page.waitForTimeout(400);
    await expectUnharmed(trapped);
    await trapped.context.close();
  },
);

test("a chapter from elsewhere is only text: fetched once, without credentials, its images left alone", async () => {
  const asked: { url: string; cookie: string | undefined; referer: string | undefined }[] = [];
  const stranger: Server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", cookie: request.headers.cookie, referer: request.headers.referer });
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/html" });
    response.end(readFileSync(join(folder, request.url?.includes("links") ? "links.md" : "script-in-names.md")));
  });
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  const address = stranger.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const trapped = await openTrapped();
  // The page's policy wants https; the stranger stands in for one behind the browser's back.
  await trapped.context.route("https://elsewhere.example/**", async (route) => {
    const path = new URL(route.request().url()).pathname;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: await route
        .request()
        .allHeaders()
        .catch(() => ({})),
    });
    await route.fulfill({
      status: answer.status,
      body: await answer.text(),
      headers: { "access-control-allow-origin": "*" },
    });
  });
  await trapped.page.goto(`${site.address}?v=1&src=${encodeURIComponent("https://elsewhere.example/links.md")}`);
  await waitForAnswer(trapped.page);
  await trapped.page.waitForTimeout(300);
  await expectUnharmed(trapped);
  expect(asked.map(({ url }) => url)).toEqual(["/links.md"]);
  expect(asked[0]?.cookie).toBeUndefined();
  expect(asked[0]?.referer).toBeUndefined();
  await trapped.context.close();
  await new Promise((resolve) => stranger.close(resolve));
});

test("a message from a stranger is not listened to", async () => {
  const trapped = await openTrapped("?v=1&chapter=honeydue/create-task");
  await trapped.page.getByRole("region", { name: "Stage" }).waitFor();
  const before = await trapped.page.getByRole("status", { name: "Verdict" }).innerText();
  await trapped.page.evaluate(() => {
    for (const data of [
      { type: "hopwise", fail: ["redis-down"] },
      "<script>attacked(1)</script>",
      { __proto__: { polluted: 1 } },
      null,
    ]) {
      window.postMessage(data, "*");
    }
  });
  await trapped.page.waitForTimeout(200);
  expect(await trapped.page.getByRole("status", { name: "Verdict" }).innerText()).toBe(before);
  await expectUnharmed(trapped);
  await trapped.context.close();
});
