import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time on the processor, µs: other processes' turns do not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page, ms of its own time, while something is done, for a second after it and until the page rests. */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await act();
  // What is shown may go on growing for some frames. A task that is still on when the tracing ends is not told of at all.
  await page.waitForTimeout(1_000);
  // (A page without frames to draw never says that it rests; what answers in time has no such task.)
  await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest, { timeout: 2_000 })));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const isPage = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && isPage.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("This Chromium tells nothing of its tasks.");
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1_000;
}
