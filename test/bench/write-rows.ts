import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { serveSite } from "../e2e/serve.ts";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import type { BenchRow } from "./rows.ts";
import { quantile } from "./statistics.ts";

declare global {
  var painted: number[];
  var longest: number;
}

const messages = 300;
const keys = 60;

/** Rows of the Write view: a keystroke, and 5 MB at once. */
export async function measureWriting(root: string): Promise<BenchRow[]> {
  const site = await serveSite(join(root, "dist", "site"));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.address);
    const all = await measureTyping(page);
    const p95 = quantile(all, 0.95);
    await page.goto(site.address);
    const longest = await measurePaste(page);
    return [
      {
        what: `typing, ${messages} messages, keystroke → stage painted, p95`,
        measured: `${p95.toFixed(1)} ms`,
        wanted: "≤ 33 ms",
        met: p95 <= 33,
        figures: { p95, all },
      },
      {
        what: "5 MB pasted, longest task of the page",
        measured: `${longest.toFixed(0)} ms`,
        wanted: "≤ 200 ms",
        met: longest <= 200,
        figures: { longest },
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** From a key's event to the frame in which the stage has the letter, ms. */
async function measureTyping(page: Page): Promise<readonly number[]> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(writeLongChapter(messages)) });
  await page.locator(".stage-row").first().waitFor({ timeout: 60_000 });
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Write" }).click();
  await page.locator(".cm-line", { hasText: "request 1" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  const stage = page.getByRole("region", { name: "Stage" });
  await stage.getByText("request 1x").first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    globalThis.painted = [];
    let pressed = 0;
    // The letter comes and goes, so that each key has its own sight to wait for.
    let letter = true;
    addEventListener(
      "keydown",
      (event) => {
        pressed = event.timeStamp;
        letter = event.key === "x";
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const from = pressed;
      const text = document.querySelector('[aria-label="Stage"]')?.textContent ?? "";
      if (from === 0 || text.includes("request 1x") !== letter) return;
      pressed = 0;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => globalThis.painted.push(performance.now() - from);
        channel.port2.postMessage(0);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press(n % 2 === 0 ? "Backspace" : "x");
    await page.waitForFunction((wanted) => globalThis.painted.length >= wanted, n + 1);
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => [...globalThis.painted]);
}

/** The longest task, ms, from 5 MB being pasted into the field of the library until what became of it is said. */
async function measurePaste(page: Page): Promise<number> {
  const field = page.getByRole("textbox", { name: /Paste/ });
  await field.evaluate((element) => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
    const data = new DataTransfer();
    data.setData("text/plain", `# Large\n\n${"Some words of prose. ".repeat(250_000)}`);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("heading", { name: "The chapter is too large" }).waitFor();
  await page.waitForTimeout(500);
  return page.evaluate(() => globalThis.longest);
}
