import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { serveSite } from "../e2e/serve.ts";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import type { BenchRow } from "./rows.ts";
import { quantile } from "./statistics.ts";

declare global {
  var latencies: number[];
  var works: number[];
  var dropped: { frames: number; late: number };
}

/** Keypress or click → the frame after it was painted, ms; and from the first handler to the end of that frame. */
const watchInput = `
  globalThis.latencies = []; globalThis.works = [];
  for (const type of ["keydown", "click"]) {
    addEventListener(type, (event) => {
      const handled = performance.now();
      requestAnimationFrame((frame) => {
        const frameBegan = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const end = performance.now();
          latencies.push(end - event.timeStamp);
          works.push(globalThis.handlerTook + (end - frameBegan));
        };
        channel.port2.postMessage(0);
      });
      globalThis.handlerTook = 0;
      setTimeout(() => 0);
      queueMicrotask(() => { globalThis.handlerTook = performance.now() - handled; });
    }, { capture: true });
  }
`;

const emptyPage = `data:text/html,<!doctype html><p id=p>0</p><button>b</button><script>let n=0;for(const t of ["keydown","click"])addEventListener(t,()=>{document.getElementById("p").textContent=String(++n)})</script>`;

async function openLong(page: Page, messages: number, faults: number): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "long.md",
      mimeType: "text/markdown",
      buffer: Buffer.from(writeLongChapter(messages, faults)),
    });
  await page.locator(".stage-row").first().waitFor({ timeout: 60_000 });
  await page.getByRole("region", { name: "Waterfall" }).waitFor();
  await page.waitForTimeout(500);
}

async function takeLatencies(
  page: Page,
  times: number,
  act: () => Promise<void>,
): Promise<{ p95: number; work: number; all: number[] }> {
  await page.evaluate(watchInput);
  for (let n = 0; n < times; n += 1) {
    await act();
    await page.waitForTimeout(37);
  }
  const [all, works] = await page.evaluate(() => [globalThis.latencies, globalThis.works] as const);
  return { p95: quantile(all, 0.95), work: quantile(works, 0.95), all: [...all] };
}

/** Rows that need the app itself: steps, switches, playing, memory. */
export async function measureApp(root: string): Promise<BenchRow[]> {
  const site = await serveSite(join(root, "dist", "site"));
  const browser = await openBrowser("--enable-precise-memory-info");
  try {
    const empty = await measureEmpty(browser);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.address);
    await openLong(page, 1_000, 50);

    await page.keyboard.press("Home");
    const step = await takeLatencies(page, 120, () => page.keyboard.press("ArrowRight"));
    await page.keyboard.press("Home");
    const one = page.getByRole("switch", { name: /down, kind 7$/ }).first();
    const box = await one.boundingBox();
    const flip = await takeLatencies(page, 60, async () => {
      if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      else await one.click();
    });
    await page.keyboard.press("0");
    const dropped = await measurePlaying(page);
    const heap = await measureHeap(browser, site.address);
    return [
      {
        what: "a step, 1,000 messages, key → painted, p95",
        measured: `${step.p95.toFixed(1)} ms (empty page ${empty.toFixed(1)} ms); work ${step.work.toFixed(1)} ms`,
        wanted: "≤ empty page + 2 ms, work ≤ 8 ms",
        met: step.p95 <= empty + 2 && step.work <= 8,
        figures: { p95: step.p95, empty, work: step.work, all: step.all },
      },
      {
        what: "a failure switched, 1,000 messages × 50 faults, click → painted, p95",
        measured: `${flip.p95.toFixed(1)} ms (empty page ${empty.toFixed(1)} ms)`,
        wanted: "≤ empty page + 8 ms",
        met: flip.p95 <= empty + 8,
        figures: { p95: flip.p95, empty, all: flip.all },
      },
      {
        what: "playing 10 s, 1,000 messages, dropped frames",
        measured: `${(dropped.share * 100).toFixed(2)} % of ${dropped.frames}`,
        wanted: "≤ 1 %",
        met: dropped.share <= 0.01,
        figures: { frames: dropped.frames, share: dropped.share },
      },
      {
        what: "JS heap after playing 10,000 messages",
        measured: `${heap.toFixed(0)} MB`,
        wanted: "≤ 150 MB",
        met: heap <= 150,
        figures: { megabytes: heap },
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureEmpty(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.goto(emptyPage);
  const { p95 } = await takeLatencies(page, 120, () => page.keyboard.press("ArrowRight"));
  await page.close();
  return p95;
}

/** A frame is dropped when it comes more than half a beat late. */
async function measurePlaying(page: Page): Promise<{ frames: number; share: number }> {
  await page.keyboard.press("Home");
  await page.getByRole("group", { name: "Player" }).getByRole("button", { name: "Play" }).click();
  const { frames, late } = await page.evaluate(
    () =>
      new Promise<{ frames: number; late: number }>((resolve) => {
        const beat = 1_000 / 60;
        let frames = 0;
        let late = 0;
        let last = 0;
        const begin = performance.now();
        const tick = (now: number): void => {
          if (last > 0) {
            const beats = Math.round((now - last) / beat);
            frames += Math.max(1, beats);
            late += Math.max(0, beats - 1);
          }
          last = now;
          if (now - begin < 10_000) requestAnimationFrame(tick);
          else resolve({ frames, late });
        };
        requestAnimationFrame(tick);
      }),
  );
  return { frames, share: late / frames };
}

async function measureHeap(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await openLong(page, 10_000, 0);
  await page.keyboard.press("Home");
  await page.getByRole("group", { name: "Player" }).getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(4_000);
  await page.keyboard.press("End");
  await page.waitForTimeout(1_000);
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
  await page.close();
  return usedSize / 1e6;
}
