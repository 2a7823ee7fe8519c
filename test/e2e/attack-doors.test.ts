import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPacker } from "../../src/browser/packer.ts";
import { packChapter } from "../../src/session/carry-chapter.ts";
import { siteFolder } from "./built-site.ts";
import { openBrowser } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";
import { expectUnharmed, openTrapped, type Trapped, waitForAnswer } from "./trap.ts";

const folder = join(import.meta.dirname, "../fixtures/attacks");
const attacks = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

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

/** Brings a text to the page as the browser would: dropped as a file, or pasted. */
const hand = (page: Page, how: "drop" | "paste", file: string, text: string) =>
  page.evaluate(
    ([way, name, content]) => {
      const data = new DataTransfer();
      if (way === "drop") data.items.add(new File([content], name, { type: "text/markdown" }));
      else data.setData("text/plain", content);
      const said = { bubbles: true, cancelable: true };
      const at = document.querySelector("main") ?? document.body;
      if (way === "paste") return void at.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...said }));
      at.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, ...said }));
      at.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...said }));
    },
    [how, file, text] as const,
  );

const doors: readonly { door: string; enter: (trapped: Trapped, file: string, text: string) => Promise<unknown> }[] = [
  { door: "drag and drop", enter: ({ page }, file, text) => hand(page, "drop", file, text) },
  { door: "paste", enter: ({ page }, file, text) => hand(page, "paste", file, text) },
  {
    door: "a link that carries it",
    enter: async ({ page }, file, text) => {
      const packed = await packChapter([{ file, text }], createPacker());
      await page.goto("about:blank");
      await page.goto(`${site.address}?v=1#c=${packed}`);
    },
  },
  {
    door: "an address",
    enter: async ({ page, context }, file, text) => {
      const address = `https://elsewhere.example/${file}`;
      const headers = { "access-control-allow-origin": "*" };
      await context.route(address, (route) => route.fulfill({ body: text, contentType: "text/html", headers }));
      await page.goto(`${site.address}?v=1&src=${encodeURIComponent(address)}`);
    },
  },
  {
    door: "storage",
    enter: async ({ page }, file, text) => {
      await page.evaluate(
        (json) => {
          localStorage.setItem("hopwise/chapter/own/planted", json);
          // And what nobody of ours wrote.
          localStorage.setItem("hopwise/chapter/own/<img src=x onerror=attacked('name')>", "<script>");
          localStorage.setItem("hopwise/draft-copy/__proto__", '{"__proto__":{"polluted":1},"id":7}');
          localStorage.setItem("hopwise/recent-urls", `[{"url":"javascript:attacked('recent')","title":"<b>"}]`);
        },
        JSON.stringify([{ file, text }]),
      );
      await page.goto(`${site.address}?v=1&chapter=own/planted`);
    },
  },
];

test.each(doors)("through $door: nothing runs, nothing leaves", async ({ enter }) => {
  const trapped = await openTrapped(browser, site.address);
  const { page } = trapped;
  for (const { file, text } of attacks) {
    await page.goto(site.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await enter(trapped, file, text);
    await waitForAnswer(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
    await expectUnharmed(trapped);
  }
  // Where the doors are listed, too.
  await page.goto(site.address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectUnharmed(trapped);
  await trapped.context.close();
});

test("through the notes and through Mermaid: nothing runs, nothing leaves, in the frame neither", async () => {
  const trapped = await openTrapped(browser, site.address);
  const { page } = trapped;
  for (const name of ["notes.md", "config.md"]) {
    const { file, text } = attacks.find((one) => one.file === name) ?? { file: "", text: "" };
    await page.goto(site.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await hand(page, "drop", file, text);
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
    // While it measures, Mermaid itself makes elements of a label; the frame's own policy, known by its hash, stops them.
    const stopped = /Executing inline event handler violates .*script-src 'sha256-.*has been blocked/;
    await expectUnharmed({ ...trapped, complaints: trapped.complaints.filter((one) => !stopped.test(one)) });
  }
  await trapped.context.close();
});
