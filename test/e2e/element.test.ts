import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HopwiseFlow } from "../../src/element-package.d.ts";
import { openBrowser, openPage } from "./open-browser.ts";

const root = join(import.meta.dirname, "../..");

/** A policy as a careful docs site has it: nothing inline, nothing evaluated, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

const chapter = `# Orders

\`\`\`mermaid
sequenceDiagram
    participant App
    participant Api
    %% @layer db
    participant Db
    App->>Api: POST /orders<br/>with a token
    Api->>Db: insert
    Db-->>Api: ok
    Api-->>App: 201
\`\`\`

| Failure | What the user sees | Recovery |
| --- | --- | --- |
| Db down | 500 | restart it |
`;

/** As scenarios/RECIPES.md has it: the page keeps the flows' room before their script is there. */
const style = `html { color-scheme: light }
.all hopwise-flow { display: block; height: 480px; overflow: auto }
.grid { display: grid; grid-template-columns: repeat(10, minmax(0, 1fr)) }`;

const pages: Record<string, string> = {
  "/": `<hopwise-flow id="own" fail="db-down">${chapter}</hopwise-flow>
    <p>between</p>
    <hopwise-flow id="linked" src="honeydue/create-task.md" index="honeydue/index.md" fail="redis-down" at="5.2" controls="min"></hopwise-flow>`,
  "/bad": `<hopwise-flow id="gone" src="gone.md">The words that stay.</hopwise-flow>
    <hopwise-flow id="html" src="page.html">The words of a page.</hopwise-flow>
    <hopwise-flow id="typo" scenaro="x" at="five" fail="nothing">${chapter}</hopwise-flow>
    <hopwise-flow id="hostile"># &lt;img src=x onerror="document.title='hit'"&gt;
\`\`\`mermaid
sequenceDiagram
A->>B: &lt;script&gt;document.title='hit'&lt;/script&gt;
\`\`\`
</hopwise-flow>
    <hopwise-flow id="many" src="many.md">The words of many.</hopwise-flow>
    <hopwise-flow id="alone" src="honeydue/create-task.md" index="gone.md"></hopwise-flow>`,
};

/** Diagrams by themselves, one of them at an address, in UTF-16. */
pages["/bare"] = `<hopwise-flow>sequenceDiagram
App->>Db: read</hopwise-flow><hopwise-flow src="marked.mmd"></hopwise-flow>`;
pages["/unread"] = `<hopwise-flow id="text">${chapter}</hopwise-flow><hopwise-flow id="bare">sequenceDiagram
App->>Db: read</hopwise-flow>`;

/** A page with a hand-made style, whose names nobody knows. */
pages["/styled"] = `<hopwise-flow>${chapter}</hopwise-flow>`;
const strangeStyle = `
main { letter-spacing: 0.2em; text-transform: uppercase; text-indent: 2em; white-space: pre; direction: rtl }
main.away { visibility: hidden }
hopwise-flow { --hopwise-ink: rgb(10, 20, 30) }
hopwise-flow::part(player) { background: rgb(200, 210, 220) }
body { color: #222; transition: color 0.1s }
@media (prefers-color-scheme: dark) { body { color: #c9d1d9 } }
body.night { color: oklch(0.9 0.02 250) }`;

pages["/times"] = `<hopwise-flow src="honeydue/create-task.md" index="honeydue/index.md"></hopwise-flow>`;

const calls = chapter.replace("insert", "insert the order, and answer as soon as it is written");
const ten = `<hopwise-flow>${calls}</hopwise-flow>`.repeat(10);
pages["/column"] = `<div class="all">${ten}</div>`;
pages["/grid"] = `<div class="all grid">${ten}</div>`;

/** Another origin's chapter; whose server does not let others read it. ADDRESS is this server's, by another name. */
pages["/stranger"] = `<hopwise-flow id="stranger" src="ADDRESS/many.md">The words of a stranger.</hopwise-flow>
    <hopwise-flow id="fine">${chapter}</hopwise-flow>`;

/** As docs generators write it: a plain fence, a highlighted one, a drawing of another kind and one that is drawn already. */
pages["/docs"] = `<article><h1>Orders<a class="header-anchor" href="#orders">#</a></h1>
<h2>Hop 1 — App to Api</h2><pre class="mermaid">
---
title: Ordering
---
%%{init: {
  "theme": "forest"
}}%%
sequenceDiagram
    App-&gt;&gt;Api: POST /orders&lt;br/&gt;with a token</pre><ul><li>Latency: 5–15 ms</li></ul>
<h2>Hop 2 — Api to Db</h2><div class="language-mermaid"><pre><code><span class="line">sequenceDiagram</span>
<span class="line">    %% @layer db</span>
<span class="line">    participant Db</span>
<span class="line">    Api-&gt;&gt;Db: insert</span></code></pre></div><p>Latency: 20 ms</p>
<pre><code class="language-mermaid">flowchart LR
  a --&gt; b</code></pre><pre class="mermaid" data-processed="true">sequenceDiagram</pre>
<table><thead><tr><th>Failure</th><th>What the user sees</th></tr></thead><tbody><tr><td>Db down</td><td>500</td></tr></tbody></table></article>`;

/** A page on which one diagram of three cannot be read to its end. */
pages["/broken"] = `<h2>One</h2><pre class="mermaid">sequenceDiagram
  App->>Api: fine</pre><h2>Two</h2><pre class="mermaid">sequenceDiagram
  participant
  App->>Api: half</pre><h2>Three</h2><div class="mermaid">
  sequenceDiagram
  App->>Api: as older pages write it</div>`;

/** One diagram in the dresses of a few hosts: a table with line numbers, GitHub, mdBook. */
const dressed = ["sequenceDiagram", "  participant Db", "  App-&gt;&gt;Db: insert"];
pages["/dressed"] = [
  `<table><tr><td><pre>1</pre></td><td><pre><code class="language-mermaid">${dressed.join("\n")}</code></pre></td></tr></table>`,
  `<pre lang="mermaid"><code>${dressed.join("\n")}</code></pre>`,
  `<pre><pre class="mermaid">${dressed.join("\n")}</pre></pre>`,
  // Starlight's, whose empty lines have an end of their own; one that ends its lines by elements; GitHub's of an unknown language.
  `<div class="expressive-code"><figure><pre data-language="mermaid"><code>${dressed
    .toSpliced(1, 0, "\n")
    .map((line) => `<div class="ec-line"><div class="code">${line}</div></div>`)
    .join("")}</code></pre><div class="copy"><button>Copy</button></div></figure></div>`,
  `<pre><code class="lang-mermaid">${dressed.join("<br>")}</code></pre>`,
  `<div class="highlight highlight-source-mermaid"><pre>${dressed.join("\n")}</pre></div>`,
  `<div class="language-mermaid"><button>Copy</button><pre><code>${dressed.join("\n")}</code></pre></div>`,
]
  .map((fence, n) => `<h2>Order ${n + 1}</h2>${fence}`)
  .concat("<table><tr><th>Failure</th><th>What the user sees</th></tr><tr><td>Db down</td><td>500</td></tr></table>")
  .join("");

/** A page that runs Mermaid itself, behind our script; a `<br/>` in its text is an element of the page. */
pages["/beside"] = `<pre class="mermaid">sequenceDiagram
  App->>Api: POST /orders<br/>with a token</pre><pre class="mermaid">flowchart LR
  a --> b</pre><script type="module" src="/run-mermaid.js"></script>`;
const runMermaid = `import mermaid from "/mermaid/mermaid.esm.min.mjs";
mermaid.initialize({ startOnLoad: false });
await mermaid.run();
document.body.dataset.drawn = "all";`;

let server: Server;
let address = "";
let stranger = "";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = pages[pathname];
    const send = (type: string, text: string | Buffer) =>
      response
        .writeHead(200, {
          "content-type": `${type}; charset=utf-8`,
          // Mermaid writes styles into the page it draws on, and what a policy forbids is never asked for.
          ...(/^\/(?:beside|stranger)$/.test(pathname) ? {} : { "content-security-policy": policy }),
        })
        .end(text);
    if (body !== undefined || pathname === "/page.html") {
      const head = `<title>Docs</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/${pathname === "/styled" ? "strange" : "page"}.css"><script type="module" src="/hopwise-flow.js"${/^\/(?:docs|beside|broken|dressed)$/.test(pathname) ? " data-upgrade" : ""}></script>`;
      return send(
        "text/html",
        `<!doctype html><html lang="en"><head>${head}</head><body><main>${body?.replace("ADDRESS", stranger)}</main></body></html>`,
      );
    }
    if (pathname === "/page.css") return send("text/css", style);
    if (pathname === "/strange.css") return send("text/css", strangeStyle);
    if (pathname === "/run-mermaid.js") return send("text/javascript", runMermaid);
    if (/^\/mermaid\/[\w./-]+\.mjs$/.test(pathname) && !pathname.includes(".."))
      return send("text/javascript", await readFile(join(root, "node_modules/mermaid/dist", pathname.slice(9))));
    if (pathname === "/marked.mmd")
      return response.writeHead(200).end(Buffer.from("\uFEFFsequenceDiagram\nApp->>Größe: größer?", "utf16le"));
    if (pathname === "/many.md")
      return send(
        "text/markdown",
        Array.from({ length: 10 }, (_, n) => chapter.replace("# Orders", `# Order ${n + 1}`)).join(""),
      );
    const file = /^\/hopwise-[a-z-]+\.js$/.test(pathname)
      ? join(root, "dist", pathname)
      : /^\/honeydue\/[a-z-]+\.md$/.test(pathname) && join(root, "scenarios", pathname);
    if (!file) return response.writeHead(404).end();
    return send(file.endsWith(".js") ? "text/javascript" : "text/markdown", await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the server has no port");
  address = `http://127.0.0.1:${at.port}`;
  stranger = `http://localhost:${at.port}`;
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const verdictOf = (page: Page, id: string) => page.locator(`#${id}`).getByRole("status", { name: "Verdict" });

test("plays from its own text and from addresses, under a strict policy, and steps only where the focus is", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(address);
  await expect.poll(() => verdictOf(page, "own").textContent()).toContain("500");
  await expect.poll(() => page.locator("#own").getByText("with a token").count()).toBeGreaterThan(0);
  await page.locator("#linked").scrollIntoViewIfNeeded();
  await expect.poll(() => verdictOf(page, "linked").textContent()).toMatch(/Redis/i);
  await expect.poll(() => page.locator("#linked").getByRole("switch").count()).toBe(0);

  const place = (id: string) =>
    page.locator(`#${id}`).getByRole("slider", { name: "Playhead" }).getAttribute("aria-valuetext");
  const before = await place("linked");
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const name of ["hopwise-step", "hopwise-verdict"]) document.addEventListener(name, () => told.push(name));
  });
  await page.keyboard.press("ArrowRight");
  await page.locator("#own").getByRole("button", { name: "Next message" }).click();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => place("own")).toMatch(/2/);
  expect(await place("linked")).toBe(before);

  await page.locator("#own").getByRole("switch", { name: "Db down" }).click();
  await expect.poll(() => verdictOf(page, "own").textContent()).not.toContain("500");
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toContain("hopwise-step");
  expect(told).toContain("hopwise-verdict");

  const surface = () =>
    page
      .locator("#own")
      .evaluate((flow) => getComputedStyle(flow.shadowRoot?.firstElementChild ?? flow).backgroundColor);
  const light = await surface();
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
  await expect.poll(surface).not.toBe(light);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a chapter that is written into the tag late, or changed there, is the one that plays", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(address);
  await expect.poll(() => verdictOf(page, "own").textContent()).toContain("500");
  const own = page.locator("#own");
  await own.evaluate((tag) => {
    for (const node of tag.childNodes) node.nodeValue = node.nodeValue?.replace("| 500 |", "| 503 |") ?? null;
  });
  await expect.poll(() => verdictOf(page, "own").textContent()).toContain("503");
  await page.evaluate(() => {
    const late = Object.assign(document.createElement("hopwise-flow"), { id: "late" });
    document.querySelector("#own")?.before(late);
    late.append("```mermaid\nsequenceDiagram\nA->>B: first part\n");
    setTimeout(() => late.append("B->>C: second part\n```\n"), 300);
  });
  await expect.poll(() => page.locator("#late").getByText("second part").count()).toBeGreaterThan(0);
  // With an address, the text is only what is seen without JavaScript.
  const place = () => page.locator("#linked").getByRole("slider", { name: "Playhead" }).getAttribute("aria-valuetext");
  const before = await place();
  await page.locator("#linked").evaluate((tag) => tag.append(" other words"));
  await page.waitForTimeout(100);
  expect(await place()).toBe(before);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what attributes and methods change is told to the flow where it stands, and nothing is fetched again", async () => {
  const { page, complaints } = await openPage(browser, address);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${address}/times`);
  const flow = page.locator("hopwise-flow");
  const place = () => flow.getByRole("slider", { name: "Playhead" }).getAttribute("aria-valuetext");
  await expect.poll(place).toMatch(/start/);
  const say = (name: string, value: string) =>
    flow.evaluate((tag, [key = "", text = ""]) => tag.setAttribute(key, text), [name, value]);
  const told = await flow.evaluateHandle((tag) => {
    const heard: string[] = [];
    tag.addEventListener("hopwise-problem", (event) => heard.push((event as CustomEvent).detail.message));
    return heard;
  });
  const chapters = () => asked.filter((url) => url.endsWith(".md")).length;
  const before = chapters();

  await say("at", "5.2");
  await flow.getByRole("radio", { name: "same node" }).first().click();
  await expect.poll(place).toMatch(/hop 5/);
  const here = await place();
  await say("fail", "redis-down");
  await expect.poll(() => flow.getByRole("status", { name: "Verdict" }).textContent()).toMatch(/Redis/);
  expect(await flow.getByRole("radio", { name: "same node" }).first().isChecked()).toBe(true);
  const height = () => flow.locator(".stage-content").evaluate((stage) => stage.clientHeight);
  const even = await height();
  await say("view", "scale");
  await expect.poll(height).not.toBe(even);
  await say("view", "even");
  await expect.poll(height).toBe(even);
  expect(await place()).toBe(here);

  await say("at", "99.1");
  await flow.evaluate((tag) => (tag as HopwiseFlow).setFailures(["nothing"]));
  await expect.poll(() => told.jsonValue()).toHaveLength(2);
  expect(await told.jsonValue()).toEqual([
    "The tag points to message 99.1, which this run never comes to.",
    "setFailures switches “nothing” on, but this chapter has no such failure.",
  ]);
  await expect.poll(() => flow.getByRole("status", { name: "Verdict" }).textContent()).not.toMatch(/Redis/);
  expect(await place()).toBe(here);
  expect(chapters()).toBe(before);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a page colours properties and parts; how it sets its own text ends at the frame, and what it hides is hidden", async () => {
  const { page, complaints } = await openPage(browser, address, { colorScheme: "light" });
  await page.goto(`${address}/styled`);
  const set = await page.locator("hopwise-flow .verdict-headline").evaluate((words) => {
    const { letterSpacing, textTransform, textIndent, whiteSpace, direction } = getComputedStyle(words);
    return { letterSpacing: Number.parseFloat(letterSpacing) <= 0, textTransform, textIndent, whiteSpace, direction };
  });
  expect(set).toEqual({
    letterSpacing: true,
    textTransform: "none",
    textIndent: "0px",
    whiteSpace: "normal",
    direction: "ltr",
  });
  const frame = page.locator("hopwise-flow .flow-frame");
  expect((await frame.boundingBox())?.height).toBe(480);
  expect(await frame.isVisible()).toBe(true);
  const colors = await page.locator("hopwise-flow .player").evaluate((player) => {
    const part = player.parentElement ?? player;
    return [getComputedStyle(player), getComputedStyle(part)].map(({ color, backgroundColor }) => [
      color,
      backgroundColor,
    ]);
  });
  expect(colors).toEqual([
    ["rgb(10, 20, 30)", "rgba(0, 0, 0, 0)"],
    ["rgb(10, 20, 30)", "rgb(200, 210, 220)"],
  ]);
  await page.locator("main").evaluate((main) => main.classList.add("away"));
  expect(await frame.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a page that says nothing of its theme has that of its text, which may change under it", async () => {
  const { page } = await openPage(browser, address, { colorScheme: "dark" });
  await page.goto(`${address}/styled`);
  const frame = page.locator("hopwise-flow .flow-frame");
  const theme = () => frame.getAttribute("data-theme");
  await expect.poll(theme).toBe("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(theme).toBe("light");
  await page.locator("body").evaluate((body) => body.classList.add("night"));
  await expect.poll(theme).toBe("dark");
  await page.context().close();
});

test("a time in the verdict stays in one line, however narrow the flow is", async () => {
  const { page } = await openPage(browser, address, { viewport: { width: 440, height: 844 } });
  await page.goto(`${address}/times`);
  const kept = page.locator("hopwise-flow .verdict-kept");
  await expect.poll(() => kept.allTextContents()).toContain("214–347 ms");
  for (let width = 440; width >= 320; width -= 8) {
    await page.setViewportSize({ width, height: 844 });
    expect(await kept.evaluateAll((times) => times.map((each) => each.getClientRects().length))).toEqual([1]);
  }
  await page.context().close();
});

test.each(["/column", "/grid"])("ten flows in %s move nothing, scrolled through and stepped through", async (path) => {
  for (const width of [390, 860, 1440]) {
    const { page, complaints } = await openPage(browser, address, { viewport: { width, height: 900 } });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { sources: { currentRect: DOMRect }[] })[])
          shifts.push(...entry.sources.map(({ currentRect }) => JSON.stringify(currentRect)));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(address + path);
    const players = page.locator("hopwise-flow").getByRole("slider", { name: "Playhead" });
    await expect.poll(() => players.count()).toBeGreaterThan(path === "/grid" ? 9 : 0);
    await page.mouse.move(width / 2, 450);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 600);
        return players.count();
      })
      .toBe(10);
    // What a script does is no input of the reader: nothing may move for it either.
    await page
      .locator("hopwise-flow")
      .last()
      .evaluate((flow) => (flow as unknown as { play(): void }).play());
    const last = players.last();
    await expect.poll(() => last.getAttribute("aria-valuetext")).toMatch(/hop 3/);
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

test("a diagram by itself is played without the reader of Markdown; where that cannot be had, the flow says so", async () => {
  const { page } = await openPage(browser, address);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${address}/bare`);
  await expect.poll(() => page.locator("hopwise-flow .stage-content").count()).toBe(2);
  expect(await page.locator("hopwise-flow").nth(1).locator(".stage-content").textContent()).toContain("größer?");
  expect(asked.filter((path) => path.startsWith("/hopwise-"))).toEqual(["/hopwise-flow.js"]);
  // And nothing can be switched in it, so nothing offers that.
  expect(await page.getByText("Failures and choices").count()).toBe(0);

  // A server that never answers, and one that does not have it: the page's other flows play.
  const reader = "**/hopwise-flow-read-markdown.js";
  await page.route(reader, () => undefined);
  await page.goto(`${address}/unread`, { waitUntil: "commit" });
  await expect.poll(() => page.locator("#bare .stage-content").count()).toBe(1);
  expect(await page.locator("#text .stage-content").count()).toBe(0);
  await page.unroute(reader);
  await page.route(reader, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${address}/unread`);
  await expect.poll(() => page.locator("#bare .stage-content").count()).toBe(1);
  const said = page.locator("#text .flow-message");
  await expect.poll(() => said.textContent()).toContain("The chapter could not be read");
  expect(await said.textContent()).toContain("hopwise-flow-read-markdown.js");
  await page.context().close();
});

test("ten flows that come together are laid out together", async () => {
  const { page } = await openPage(browser, address, { viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.goto(`${address}/grid`);
  await expect.poll(() => page.locator("hopwise-flow .stage-content").count()).toBe(10);
  const { metrics } = await devtools.send("Performance.getMetrics");
  // One by one they would need four or five each.
  expect(metrics.find(({ name }) => name === "LayoutCount")?.value).toBeLessThan(25);
  await page.context().close();
});

test("what is in view is drawn before what is only near", async () => {
  const { page } = await openPage(browser, address, { viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const drawn: number[] = [];
    Object.assign(window, { drawn });
    const look = () => {
      const flows = [...document.querySelectorAll("hopwise-flow")];
      const now = flows.filter((flow) => flow.shadowRoot?.querySelector(".stage-content")).length;
      if (now > (drawn.at(-1) ?? 0)) drawn.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${address}/column`);
  await expect.poll(() => page.locator("hopwise-flow .stage-content").count()).toBe(3);
  // A slow machine draws the two in view one by one; the third comes in a frame after them all the same.
  expect(await page.evaluate(() => (window as unknown as { drawn: number[] }).drawn)).toContain(2);
  await page.context().close();
});

test("says inside what is wrong, with the page's own words beneath, and never throws into the page", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/bad`);
  const problem = (id: string) => page.locator(`#${id}`).getByRole("status").first().textContent();
  const see = (id: string) => page.locator(`#${id}`).scrollIntoViewIfNeeded();
  const words = (text: string) => page.getByText(text).isVisible();
  await expect.poll(() => problem("gone")).toMatch(/404\. Check the address\.$/);
  expect(await words("The words that stay.")).toBe(true);
  await see("html");
  await expect.poll(() => problem("html")).toContain("web page");
  expect(await words("The words of a page.")).toBe(true);
  await see("typo");
  const left = page.locator("#typo summary").first();
  await expect.poll(() => left.textContent()).toContain("3 things");
  await left.click();
  for (const said of ["no attribute “scenaro”", 'at="five" cannot be read', "nothing"])
    expect(await page.locator("#typo .flow-notes").textContent()).toContain(said);
  await expect.poll(() => verdictOf(page, "typo").count()).toBe(1);
  await see("hostile");
  await expect.poll(() => verdictOf(page, "hostile").count()).toBe(1);
  await see("many");
  await expect.poll(() => problem("many")).toContain("10 scenarios, and none is named");
  expect(await problem("many")).toContain("order-1, order-2");
  expect(await words("The words of many.")).toBe(true);
  await see("alone");
  await expect.poll(() => verdictOf(page, "alone").count()).toBe(1);
  await page.locator("#alone summary").first().click();
  expect(await page.locator("#alone .flow-notes").textContent()).toMatch(/gone\.md.*404/);
  expect(await page.title()).toBe("Docs");
  // The browser itself reports the address that answers 404, and nothing else.
  expect(complaints.filter((line) => !line.includes("404"))).toEqual([]);
  await page.context().close();
});

test("another origin's chapter that may not be read is said inside; the other flows of the page play", async () => {
  const { page, complaints } = await openPage(browser, "http://");
  await page.goto(`${address}/stranger`);
  const told = page.locator("#stranger").getByRole("status").first();
  await expect.poll(() => told.textContent()).toContain("(CORS)");
  expect(await told.isVisible()).toBe(true);
  expect(await page.getByText("The words of a stranger.").isVisible()).toBe(true);
  await page.locator("#fine").scrollIntoViewIfNeeded();
  await expect.poll(() => verdictOf(page, "fine").count()).toBe(1);
  // The browser itself says what it did not let us read; no exception reaches the page.
  expect(complaints.filter((line) => !/CORS|ERR_FAILED/.test(line))).toEqual([]);
  await page.context().close();
});

test("makes flows of the sequence diagrams a page has, with the latencies and failures around them, and of nothing else", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/docs`);
  await expect.poll(() => page.locator("hopwise-flow").count()).toBe(2);
  const second = page.locator("hopwise-flow").nth(1);
  await second.scrollIntoViewIfNeeded();
  await expect.poll(() => second.getByText("insert", { exact: true }).count()).toBeGreaterThan(0);
  await expect.poll(() => second.getByRole("status", { name: "Verdict" }).count()).toBe(1);
  expect(await second.locator(".verdict-waited").textContent()).toMatch(/25–35 ms/);
  await second.getByRole("switch", { name: "Db down" }).click();
  await expect.poll(() => second.getByRole("status", { name: "Verdict" }).textContent()).toContain("500");
  expect(await page.locator("article > pre").count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a diagram of a page says what is wrong with itself, and nothing of the others", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/broken`);
  const flows = page.locator("hopwise-flow");
  await expect.poll(() => flows.getByRole("status", { name: "Verdict" }).count()).toBe(3);
  const said = flows.locator("details", { hasText: "left out" });
  await expect.poll(() => said.count()).toBe(1);
  expect(await flows.nth(1).locator("details", { hasText: "left out" }).textContent()).toMatch(
    /^One thing was left outLine 2: This participant/,
  );
  expect(await flows.nth(2).getByText("as older pages write it").count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a diagram is upgraded in whatever its host puts it, and stays what it says", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/dressed`);
  const flows = page.locator("hopwise-flow");
  await expect.poll(() => flows.count()).toBe(7);
  for (const flow of await flows.all()) {
    await flow.scrollIntoViewIfNeeded();
    await expect.poll(() => flow.getByText("insert", { exact: true }).count()).toBeGreaterThan(0);
    await expect.poll(() => flow.getByRole("switch", { name: "Db down", includeHidden: true }).count()).toBe(1);
  }
  expect(await page.getByText("Copy").filter({ visible: true }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a page's own Mermaid draws what is not upgraded, and nothing twice", async () => {
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/beside`);
  await expect.poll(() => page.locator("body[data-drawn=all]").count()).toBe(1);
  await expect.poll(() => page.locator("hopwise-flow").getByText("POST /orders").count()).toBeGreaterThan(0);
  expect(await page.locator("hopwise-flow").getByText("<br").count()).toBe(0);
  expect(await page.locator("main > pre svg").count()).toBe(1);
  expect(await page.locator("hopwise-flow > pre svg").count()).toBe(0);
  expect(await page.locator("hopwise-flow > pre").textContent()).toContain("POST /orders");
  expect(complaints).toEqual([]);
  await page.context().close();
});
