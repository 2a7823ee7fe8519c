import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteFolder } from "./built-site.ts";
import { doors } from "./doors.ts";
import { openBrowser } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";
import { expectUnharmed, openTrapped as openTrappedIn, waitForAnswer, walkThrough } from "./trap.ts";

const folder = join(import.meta.dirname, "../fixtures/attacks");
const attacks = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

/** For a machine that is busy with something else, ms: a door opens seven times. */
const patience = 240_000;

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite(siteFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page in which any script of a chapter's that ran would be seen. */
const openTrapped = (query = "") => openTrappedIn(browser, site.address, query);

test.concurrent.each(doors)("through $name: nothing runs, nothing leaves", { timeout: patience }, async ({ open }) => {
  const trapped = await openTrapped();
  for (const { file, text } of attacks) {
    await open(trapped, file, text);
    await walkThrough(trapped.page, 4);
    await expectUnharmed(trapped, file);
  }
  await trapped.close();
});

test.concurrent.each(attacks)(
  "$file: nothing runs and nothing leaves in any view",
  { timeout: patience },
  async ({ file, text }) => {
    const trapped = await openTrapped();
    const { page } = trapped;
    await doors[0]?.open(trapped, file, text);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".share-preview")?.value);
    await page.locator(".share-frame").scrollIntoViewIfNeeded();
    // Of a long run it is shown in slices.
    await page.locator(".share-picture, .share-slices img").first().waitFor();
    await expectUnharmed(trapped, "shared");
    await page.keyboard.press("Escape");
    const views = page.getByRole("navigation", { name: "Views" }).getByRole("link");
    expect(await views.count()).toBe(7);
    for (const view of await views.all()) {
      await view.click();
      await page.locator("main:not(.app-wait)").waitFor();
      await walkThrough(page, 1);
      await expectUnharmed(trapped, await view.innerText());
    }
    await page.getByRole("button", { name: "Frame", exact: true }).click();
    await page.frameLocator("iframe").locator(".flow-frame").waitFor();
    await trapped.close();
  },
);

test("what nobody of ours has kept in the browser is no chapter, no draft and no address", async () => {
  const trapped = await openTrapped();
  const { page } = trapped;
  await page.evaluate(() => {
    localStorage.setItem("hopwise/chapter/own/<img src=x onerror=attacked('name')>", "<script>");
    localStorage.setItem("hopwise/draft-copy/__proto__", '{"__proto__":{"polluted":1},"id":7}');
    localStorage.setItem("hopwise/recent-urls", `[{"url":"javascript:attacked('recent')","title":"<b>"}]`);
  });
  for (const query of ["", "?v=1&view=write", "?v=1&chapter=own/%3Cimg src=x onerror=attacked('name')%3E"]) {
    await page.goto(site.address + query);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectUnharmed(trapped, query);
  }
  await trapped.close();
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

test.concurrent.each(hostileLinks.map((query) => [query.slice(0, 60), query]))(
  "the link %s… harms nothing, nor does a frame's",
  async (_start, query) => {
    const trapped = await openTrapped(query);
    await trapped.page.waitForTimeout(400);
    await expectUnharmed(trapped);
    await trapped.page.goto(`${site.address}embed.html${query}`);
    await waitForAnswer(trapped.page);
    await expectUnharmed(trapped);
    await trapped.close();
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
  await trapped.close();
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
  await trapped.close();
});

test("through the notes and through Mermaid: nothing runs, nothing leaves, in the frame neither", async () => {
  const trapped = await openTrapped();
  const { page } = trapped;
  for (const name of ["notes.md", "config.md"]) {
    const { file, text } = attacks.find((one) => one.file === name) ?? { file: "", text: "" };
    await doors[0]?.open(trapped, file, text);
    await page.getByRole("button", { name: "Next message" }).click();
    if (name === "notes.md") await page.locator(".note-diagram").scrollIntoViewIfNeeded();
    else await page.getByRole("button", { name: "Mermaid", exact: true }).click();
    await page.locator(".drawing[data-drawn], .drawing [role=alert]").first().waitFor({ timeout: 45_000 });
    const frame = page.frames().find((one) => one.url().endsWith("/mermaid-frame.html"));
    const inside = await frame?.evaluate(() => ({
      attacked: "attacked" in window && typeof (window as { attacked?: unknown }).attacked !== "function",
      polluted: "polluted" in {},
      foreign: document.querySelectorAll("main :is(script, img, iframe, a[href], foreignObject, [onerror])").length,
    }));
    expect(inside).toEqual({ attacked: false, polluted: false, foreign: 0 });
    await expectUnharmed(trapped);
  }
  await trapped.close();
});
