import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { serveSite } from "../e2e/serve.ts";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import { longestTask } from "./longest-task.ts";
import type { BenchRow } from "./rows.ts";
import { quantile } from "./statistics.ts";

declare global {
  var painted: number[];
}

const messages = 300;
const keys = 60;
/**
 * How long a key is held, ms, as fingers do. A key let go at once is an input of its own that waits behind the first one,
 * and Chromium holds back the message that says "painted" until that one has had a frame, too.
 */
const held = 60;

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
    const refused = await longestTask(browser, page, () =>
      pasteText(page, 5_000_000, page.getByRole("heading", { name: "The chapter is too large" })),
    );
    await page.goto(site.address);
    const read = await longestTask(browser, page, () => pasteText(page, 1_900_000, page.locator(".stage-row").first()));
    return [
      {
        what: `typing, ${messages} messages, keystroke → stage painted, p95`,
        measured: `${p95.toFixed(1)} ms`,
        wanted: "≤ 33 ms",
        met: p95 <= 33,
        figures: { p95, all },
      },
      pasted("5 MB pasted, refused with their size: longest task of the page", refused),
      pasted("1.9 MB pasted, read and drawn: longest task of the page", read),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

function pasted(what: string, longest: number): BenchRow {
  const measured = `${longest.toFixed(0)} ms of its own`;
  return { what, measured, wanted: "≤ 200 ms", met: longest <= 200, figures: { longest } };
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
    await page.keyboard.press(n % 2 === 0 ? "Backspace" : "x", { delay: held });
    await page.waitForFunction((wanted) => globalThis.painted.length >= wanted, n + 1);
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => [...globalThis.painted]);
}

/** Pastes so many characters of prose and a diagram into the field of the library, until `sign` is seen. */
async function pasteText(page: Page, characters: number, sign: Locator): Promise<void> {
  const field = page.getByRole("textbox", { name: /Paste/ });
  await field.evaluate((element, wanted) => {
    const words = "Some words of prose.\n\n";
    const diagram = "```mermaid\nsequenceDiagram\n  App->>Api: GET /\n```\n";
    const data = new DataTransfer();
    data.setData("text/plain", `# Large\n\n${diagram}\n${words.repeat(wanted / words.length)}`);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, characters);
  await sign.waitFor({ timeout: 60_000 });
}
