import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../e2e/open-browser.ts";
import { writeLongDiagram } from "../fixtures/long-chapter.ts";
import type { BenchPage } from "./page/page.tsx";
import type { BenchRow } from "./rows.ts";
import { serveFolder } from "./serve-folder.ts";
import { median } from "./statistics.ts";

declare global {
  var benchPage: BenchPage;
}

const sizes = [
  { messages: 100, times: 10, rounds: 7 },
  { messages: 1_000, times: 25, rounds: 5 },
  { messages: 2_000, times: 50, rounds: 5 },
] as const;

/** Large diagrams against Mermaid, in one page of one browser. */
export async function measureDrawing(root: string): Promise<BenchRow[]> {
  const site = await serveFolder(join(root, ".cache", "bench", "page"));
  // Without waiting for the display's beat: both would otherwise be rounded up to whole frames.
  const browser = await openBrowser("--disable-frame-rate-limit", "--disable-gpu-vsync");
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.address);
    await page.waitForFunction(() => "benchPage" in window);
    const rows: BenchRow[] = [];
    const warm = writeLongDiagram(30);
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate((text) => benchPage.drawOurs(text), warm);
      await page.evaluate((text) => benchPage.drawTheirs(text), warm);
    }
    for (const { messages, times, rounds } of sizes) {
      const text = writeLongDiagram(messages);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await page.evaluate((source) => benchPage.drawOurs(source), text));
        theirs.push(await page.evaluate((source) => benchPage.drawTheirs(source), text));
      }
      const [mine, mermaids] = [median(ours), median(theirs)];
      const ratio = mermaids / mine;
      rows.push({
        what: `stage, ${messages.toLocaleString("en")} messages, text → painted`,
        measured: `${mine.toFixed(1)} ms; Mermaid ${mermaids.toFixed(0)} ms: ${ratio.toFixed(0)}×`,
        wanted: `≥ ${times}×`,
        met: ratio >= times,
        figures: { ours, theirs, ratio },
      });
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Sampling in a worker, while the page goes on. */
export async function measureSampling(root: string): Promise<BenchRow> {
  const site = await serveFolder(join(root, ".cache", "bench", "page"));
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => "benchPage" in window);
  const read = (file: string) => readFileSync(join(root, "scenarios", "honeydue", file), "utf8");
  const [chapter, index] = [read("create-task.md"), read("index.md")];
  const all: { took: number; blocked: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    all.push(
      await page.evaluate(([text, shared]) => benchPage.sample(text ?? "", shared ?? "", 100_000), [chapter, index]),
    );
  }
  await browser.close();
  await site.close();
  const took = median(all.map((one) => one.took));
  const blocked = median(all.map((one) => one.blocked));
  return {
    what: "distribution, 100,000 runs of 7 hops, in a worker",
    measured: `${took.toFixed(0)} ms, reading the chapter included; page blocked ${blocked.toFixed(1)} ms`,
    wanted: "≤ 300 ms, blocked ≤ 16 ms",
    met: took <= 300 && blocked <= 16,
    figures: { took: all.map((one) => one.took), blocked: all.map((one) => one.blocked) },
  };
}
