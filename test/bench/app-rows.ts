import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { serveSite } from "../e2e/serve.ts";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import type { BenchRow } from "./rows.ts";
import { quantile } from "./statistics.ts";

declare global {
  var latencies: number[];
  var dropped: { frames: number; late: number };
}

/** Keypress or click → the frame after it was painted, ms. */
const watchInput = `
  globalThis.latencies = [];
  for (const type of ["keydown", "click"]) {
    addEventListener(type, (event) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => latencies.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(0);
      });
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
): Promise<{ p95: number; all: number[] }> {
  await page.evaluate(watchInput);
  for (let n = 0; n < times; n += 1) {
    await act();
    await page.waitForTimeout(37);
  }
  const all = await page.evaluate(() => globalThis.latencies);
  return { p95: quantile(all, 0.95), all: [...all] };
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
    const work = await measureWork(browser, page);
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
        measured: `${step.p95.toFixed(1)} ms (empty page ${empty.toFixed(1)} ms); work ${work.toFixed(1)} ms`,
        wanted: "≤ empty page + 2 ms, work ≤ 8 ms",
        met: step.p95 <= empty + 2 && work <= 8,
        figures: { p95: step.p95, empty, work, all: step.all },
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

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, µs. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/**
 * What the page's main thread does from a key's handler to the hand-over of the painted frame, ms of its own time (p95):
 * neither waiting for the display's beat nor other processes count.
 */
async function measureWork(browser: Browser, page: Page): Promise<number> {
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  // The first ones pay for the tracing itself.
  for (let n = 0; n < 70; n += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(37);
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const keys = traceEvents
    .filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown")
    .sort((a, b) => a.ts - b.ts)
    .slice(10);
  const { pid, tid } = keys[0] ?? { pid: 0, tid: 0 };
  const main = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
  const counted = ["EventDispatch", "FireAnimationFrame", "FunctionCall", "UpdateLayoutTree", "Layout"];
  const drawing = ["PrePaint", "Paint", "Layerize", "Commit"];
  const works = keys.map((key, at) => {
    const end = keys[at + 1]?.ts ?? key.ts + 60_000;
    // Not every Chromium tells of the commit; what comes right before it is told by all.
    const handOver =
      main.find(({ name, ts }) => name === "Commit" && ts > key.ts && ts < end) ??
      main.find(({ name, ts }) => name === "Layerize" && ts > key.ts && ts < end);
    const until = handOver ? handOver.ts + (handOver.dur ?? 0) : end;
    const inside = main.filter(({ name, ts }) => ts >= key.ts && ts < until && [...counted, ...drawing].includes(name));
    // A call inside of a dispatch is part of it: only the outermost count.
    const outer = inside.filter(
      (event) =>
        !inside.some(
          (other) =>
            other !== event && other.ts <= event.ts && other.ts + (other.dur ?? 0) >= event.ts + (event.dur ?? 0),
        ),
    );
    return outer.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1_000;
  });
  return quantile(works, 0.95);
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
