import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";

const siteFolder = join(import.meta.dirname, "../../dist/site");
let site: Site;
let host: Server;
let address = "";
let browser: Browser;

/** Frames as the snippet writes them; the second stands in an open shadow root, the third under another name than it says. */
const hostPage = () => {
  const frame = (id: string, rest: string) =>
    `<iframe class="flow" title="Flow" sandbox="allow-scripts allow-same-origin allow-popups" loading="lazy" src="${site.address}embed.html?v=1&amp;chapter=honeydue/create-task${rest}&amp;embed=v1&amp;id=${id}"></iframe>`;
  return `<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,">
    <style>iframe { display: block; width: 800px; height: 400px; border: 0 }</style>
    <script type="module" src="${site.address}scripts/hopwise-resize.js"></script>
    ${frame("one", "&amp;at=5.2&amp;fail=redis-down")}
    <div id="shadow"><template shadowrootmode="open"><style>iframe { display: block; width: 800px; height: 400px }</style>${frame("two", "&amp;controls=min&amp;theme=dark")}</template></div>
    <iframe id="stranger" title="Stranger" src="/stranger"></iframe>`;
};

/** Another page in a frame that claims to be one of ours. */
const stranger = `<!doctype html><title>Stranger</title><script>
  for (const id of ["one", "two", ""]) parent.postMessage({ type: "hopwise-size", v: 1, id, height: 333 }, "*");
</script>`;

beforeAll(async () => {
  if (!existsSync(join(siteFolder, "embed.html")))
    throw new Error("There is no built site; run `npm run build` first.");
  site = await serveSite(siteFolder);
  host = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(request.url === "/stranger" ? stranger : hostPage());
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const at = host.address();
  if (at === null || typeof at === "string") throw new Error("the host page has no port");
  address = `http://127.0.0.1:${at.port}/`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  host?.closeAllConnections();
  host?.close();
});

const frameOf = (page: Page, id: string) => {
  const frame = page.frames().find((one) => one.url().includes(`id=${id}`));
  if (!frame) throw new Error(`There is no frame ${id}.`);
  return frame;
};

test("a framed flow steps, sizes its frame through a shadow root, keeps nothing and leads to the app at its place", async () => {
  const { page, context, complaints } = await openPage(browser, "http://127.0.0.1");
  await page.goto(address);
  const height = (index: number) =>
    page
      .locator("iframe.flow")
      .nth(index)
      .evaluate((frame) => frame.getBoundingClientRect().height);
  await expect.poll(() => height(0)).not.toBe(400);
  await expect.poll(() => height(1)).not.toBe(400);
  expect(await height(0)).not.toBe(333);
  expect(await page.locator("#stranger").evaluate((frame) => frame.getAttribute("style"))).toBeNull();

  const one = frameOf(page, "one");
  await expect.poll(() => one.getByRole("status", { name: "Verdict" }).textContent()).toContain("Redis");
  const slider = one.getByRole("slider", { name: "Playhead" });
  const before = await slider.getAttribute("aria-valuetext");
  await one.getByRole("button", { name: "Next message" }).click();
  await expect.poll(() => slider.getAttribute("aria-valuetext")).not.toBe(before);
  await one.getByRole("switch", { name: "CoreDNS down" }).click();
  const open = one.getByRole("link", { name: "Open in Hopwise" });
  await open.hover();
  const link = (await open.getAttribute("href")) ?? "";
  expect(link).toMatch(/chapter=honeydue\/create-task&.*at=5\.3&fail=redis-down,coredns-down@5\.4/);
  expect(link).not.toMatch(/embed|id=|controls/);
  const kept = await one.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length }));
  expect(kept).toEqual({ local: 0, session: 0 });
  const [app] = await Promise.all([context.waitForEvent("page"), open.click()]);
  await expect.poll(() => app.getByRole("switch", { name: "CoreDNS down" }).getAttribute("aria-checked")).toBe("true");

  expect(await frameOf(page, "two").getByRole("switch").count()).toBe(0);
  await app.close();
  expect(complaints).toEqual([]);
  await context.close();
});

test("an embed that cannot be played says why, and what of its address it did not understand", async () => {
  const { page, context, complaints } = await openPage(browser, site.address);
  const say = async (query: string) => {
    await page.goto(`${site.address}embed.html${query}`);
    return page.getByRole("status").first().textContent();
  };
  expect(await say("?v=1&chapter=nowhere&embed=v1")).toContain("no such chapter");
  expect(await say("?embed=v1")).toContain("names no chapter");
  expect(await say("?v=1&src=embed.html&embed=v1")).toContain("web page");
  await page.goto(`${site.address}embed.html?v=1&chapter=honeydue/read-list&embed=v9&controls=all&colour=red`);
  await expect.poll(() => page.locator("summary").first().textContent()).toContain("3 things");
  expect(complaints).toEqual([]);
  await context.close();
});
