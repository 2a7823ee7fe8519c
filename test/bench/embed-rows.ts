import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import type { BenchRow } from "./rows.ts";
import { median } from "./statistics.ts";

declare global {
  var drawn: boolean;
  var ready: number;
  var shifted: number;
}

const rounds = 7;
const many = 10;

/** Each its own, so that nothing drawn before helps. */
const diagram = (n: number) => `sequenceDiagram
    participant App
    participant Api
    participant Cache
    participant Db
    App-)Api: POST /orders/${n}
    Api-)Cache: GET order ${n}
    Cache--)Api: miss
    Api-)Db: SELECT order ${n}
    Db--)Api: row
    Api-)Cache: SET order ${n}
    Cache--)Api: ok
    Api--)App: 200`;

const flow = (_: unknown, n: number) =>
  `<p>Order ${n}</p><hopwise-flow># Orders ${n}\n\n\`\`\`mermaid\n${diagram(n)}\n\`\`\`\n</hopwise-flow>`;
/** What Mermaid gets, and no chapter around it: played without the reader of Markdown, which is a script by itself. */
const bareFlow = (_: unknown, n: number) => `<p>Order ${n}</p><hopwise-flow>${diagram(n)}</hopwise-flow>`;
const script = '<script type="module" src="/hopwise-flow.js"></script>';
/** As the Embed page writes it before chapters in Markdown. */
const link = '<link rel="modulepreload" href="/hopwise-flow-read-markdown.js">';
const mermaid = `<script type="module">import mermaid from "/mermaid/mermaid.esm.min.mjs";
  mermaid.initialize({ startOnLoad: false }); await mermaid.run(); globalThis.drawn = true;</script>`;
/** Docs are a column; a grid has all ten in view at once. */
const column = "<style>hopwise-flow, pre { display: block; height: 480px; overflow: auto }</style>";
const grid = `<style>body { display: grid; grid-template-columns: repeat(10, 1fr) } p { display: none }
  hopwise-flow, pre { display: block; height: 480px; overflow: auto }</style>`;
const tens = Array.from({ length: many });
const drawings = tens.map((_, n) => `<pre class="mermaid">${diagram(n)}</pre>`).join("");
const pages: Readonly<Record<string, string>> = {
  "/one": `${column}${script}${flow(undefined, 0)}`,
  "/ten": `${column}${script}${tens.map(flow).join("")}`,
  "/linked": `${column}${link}${script}${tens.map(flow).join("")}`,
  "/diagrams": `${column}${script}${tens.map(bareFlow).join("")}`,
  "/grid": `${grid}${script}${tens.map(flow).join("")}`,
  "/mermaid": `${column}${mermaid}${drawings}`,
  "/mermaid-grid": `${grid}${mermaid}${drawings}`,
};

/**
 * Notes when everything in view can be played, or is drawn, and painted; and what moved on the page until then. What a
 * frame is about to show is looked at by its end, which a size observer is called at: a look at its start would find
 * what the frame itself draws only with the next one.
 */
const watch = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const done = () => {
    if (location.pathname.startsWith("/mermaid")) return globalThis.drawn === true;
    const flows = [...document.querySelectorAll("hopwise-flow")].filter((one) => one.getBoundingClientRect().top < innerHeight);
    return flows.length > 0 && flows.every((one) => one.shadowRoot?.querySelector(".stage-content"));
  };
  const clock = document.createElement("i");
  clock.style.cssText = "position: fixed; visibility: hidden";
  let frame = 0;
  const tick = () => {
    frame += 1;
    clock.style.width = (frame % 2) + "px";
    if (document.documentElement && !clock.isConnected) document.documentElement.append(clock);
    if (!globalThis.ready) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const painted = new MessageChannel();
  painted.port1.onmessage = () => { globalThis.ready ??= performance.now(); };
  new ResizeObserver(() => {
    if (document.readyState !== "loading" && done()) painted.port2.postMessage(0);
  }).observe(clock);
`;

/** Rows about flows on another site's page; from the address to what is painted, ms, cold, without a cache. */
export async function measureEmbeds(root: string): Promise<BenchRow[]> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = pages[pathname];
    const file = pathname.startsWith("/mermaid/")
      ? join(root, "node_modules", "mermaid", "dist", pathname.slice("/mermaid/".length))
      : join(root, "dist", "app", "scripts", pathname);
    const bytes =
      body === undefined ? await readFile(file).catch(() => undefined) : `<!doctype html><title>Docs</title>${body}`;
    response.writeHead(bytes === undefined ? 404 : 200, {
      "content-type": body ? "text/html; charset=utf-8" : "text/javascript",
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
  const browser = await openBrowser();
  const times: Record<string, number[]> = {};
  let shifted = 0;
  // In turns, so that a machine that is busy for a while is busy for all.
  for (let round = 0; round < rounds; round += 1) {
    for (const path of Object.keys(pages)) {
      const seen = await visit(browser, address + path);
      times[path] = [...(times[path] ?? []), seen.ready];
      shifted = Math.max(shifted, path.startsWith("/mermaid") ? 0 : seen.shifted);
    }
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
  const of = (path: string) => median(times[path] ?? []);
  const more = of("/ten") / of("/one");
  const faster = (path: string) => of("/mermaid") / of(path);
  const fasterInView = of("/mermaid-grid") / of("/grid");
  const ms = (path: string) => `${of(path).toFixed(0)} ms`;
  return [
    {
      what: "ten embeds on a page: what is in view can be played",
      measured: `${more.toFixed(2)}× one (${ms("/ten")}, ${ms("/one")})`,
      wanted: "≤ 1.5×",
      met: more <= 1.5,
      figures: { one: times["/one"] ?? [], ten: times["/ten"] ?? [] },
    },
    ...[
      ["/diagrams", "ten embeds down a page, script and first paint, against Mermaid drawing the same diagrams"],
      ["/linked", "the same ten in chapters of Markdown, as the Embed page writes them"],
      ["/ten", "the same without its link to what reads Markdown"],
    ].map(([path = "", what = ""]) => ({
      what,
      measured: `${faster(path).toFixed(1)}× faster (${ms(path)}, ${ms("/mermaid")})`,
      wanted: "≥ 3×",
      met: faster(path) >= 3,
      figures: { embeds: times[path] ?? [], mermaid: times["/mermaid"] ?? [] },
    })),
    {
      what: "ten embeds all in view at once, script and all, against Mermaid",
      measured: `${fasterInView.toFixed(1)}× faster (${ms("/grid")}, ${ms("/mermaid-grid")})`,
      wanted: "≥ 3×",
      met: fasterInView >= 3,
      figures: { embeds: times["/grid"] ?? [], mermaid: times["/mermaid-grid"] ?? [] },
    },
    {
      what: "layout shift of pages with embeds, scrolled through",
      measured: shifted.toFixed(3),
      wanted: "0",
      met: shifted === 0,
      figures: { shifted },
    },
  ];
}

async function visit(browser: Browser, address: string): Promise<{ ready: number; shifted: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.ready > 0, undefined, { timeout: 60_000 });
  const ready = await page.evaluate(() => globalThis.ready);
  for (let y = 0; address.endsWith("/ten") && y < 6_000; y += 600) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(60);
  }
  const shifted = await page.evaluate(() => globalThis.shifted);
  await context.close();
  return { ready, shifted };
}
