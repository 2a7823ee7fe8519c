import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { serveSite } from "../e2e/serve.ts";
import { writeWideChapter } from "../fixtures/wide-chapter.ts";
import { longestTask } from "./longest-task.ts";
import type { BenchRow } from "./rows.ts";
import { median } from "./statistics.ts";

const rounds = 5;

/** The longest task of the page while 200 scenarios × 50 failures are worked out and drawn, and then a diagnosis. */
export async function measurePageTasks(root: string): Promise<BenchRow[]> {
  const site = await serveSite(join(root, "dist", "site"));
  const browser = await openBrowser();
  try {
    const blast: number[] = [];
    const diagnosis: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await openWide(page, site.address);
      const views = page.getByRole("navigation", { name: "Views" });
      blast.push(
        await longestTask(browser, page, async () => {
          await views.getByRole("link", { name: "Blast radius" }).click();
          await page.getByRole("grid").waitFor();
        }),
      );
      await views.getByRole("link", { name: "Diagnose" }).click();
      const words = page.getByRole("textbox", { name: "What you see, in your words" });
      await words.fill("fails");
      diagnosis.push(
        await longestTask(browser, page, async () => {
          await words.press("Enter");
          await page.locator(".diagnose-suspects > li").first().waitFor();
        }),
      );
      await page.close();
    }
    return [
      row("longest task of the page, blast radius of 200 × 50", blast),
      row("longest task of the page, a diagnosis over 200 × 50", diagnosis),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

function row(what: string, times: readonly number[]): BenchRow {
  const longest = median(times);
  const measured = `${longest.toFixed(1)} ms of its own`;
  return { what, measured, wanted: "≤ 16 ms", met: longest <= 16, figures: { times } };
}

async function openWide(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const file = { name: "wide.md", mimeType: "text/markdown", buffer: Buffer.from(writeWideChapter(200, 50)) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.locator(".stage-row").first().waitFor({ timeout: 60_000 });
  // What opening a chapter brings after the stage is not what is measured.
  await page.waitForTimeout(2_000);
}
