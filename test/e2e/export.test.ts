import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseChapter } from "../../src/chapter/parse-chapter.ts";
import { simulate } from "../../src/engine/simulate.ts";
import { drawPicture } from "../../src/export/drawings.ts";
import { healthyRun } from "../../src/model/run.ts";
import { writeLongChapter } from "../fixtures/long-chapter.ts";
import { readCsv } from "../fixtures/read-csv.ts";
import { siteFolder } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";
import { openBrowser, openPage } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
let site: Site;
beforeAll(async () => {
  site = await serveSite(siteFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("on a phone the page that plays offline begins at the run's title, and its heads stay in view", async () => {
  const { page, context } = await openPage(browser, site.address, { viewport: { width: 1280, height: 800 } });
  // In the app the run stands in its middle: whoever gets the file does not.
  await page.goto(`${site.address}?v=1&chapter=honeydue/create-task&view=walk&at=3.1`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  const html = await download(page, () => dialog.getByRole("button", { name: "HTML" }).click());
  await context.close();

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const alone = await phone.newPage();
  await alone.setContent(html.bytes.toString());
  const main = alone.getByRole("main");
  const scrolled = () => main.evaluate((one) => [one.scrollLeft, one.scrollTop, scrollX, scrollY]);
  expect(await scrolled()).toEqual([0, 0, 0, 0]);
  expect(await alone.getByRole("status").innerText()).toMatch(/^Ok\./);
  const heads = alone.locator(".light .heads");
  const headsTop = async () => (await heads.boundingBox())?.y;
  expect(await headsTop()).toBeGreaterThan(40);
  for (const _ of [1, 2, 3]) await alone.getByRole("button", { name: "Next hop" }).tap();
  await expect.poll(async () => (await scrolled())[1]).toBeGreaterThan(300);
  expect(await headsTop()).toBe(0);
  // Who goes back to the beginning sees the title again.
  await alone.keyboard.press("Home");
  await expect.poll(scrolled).toEqual([0, 0, 0, 0]);
  // However far it is pulled sideways, the run's and the hops' titles are there.
  const lefts = () =>
    alone.locator(".light [data-title]").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  await main.evaluate((one) => one.scrollBy(300, 0));
  await expect.poll(async () => (await lefts()).every((left) => left >= 0 && left < 40)).toBe(true);
  expect((await lefts()).length).toBeGreaterThan(7);
  await phone.close();
});

test("a run is shared as text and as a picture, and each is opened again", async () => {
  const { page, context, complaints } = await openPage(browser, site.address);
  await page.goto(`${site.address}?v=1&chapter=honeydue/create-task&fail=coredns-down&view=walk`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  await dialog.waitFor();
  for (const theme of ["light", "dark"]) {
    await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
    expect(await findBarriers(page)).toEqual([]);
  }

  // The picture comes when the dialog is there, and moves nothing.
  const below = () => dialog.locator("#share-page").evaluate((one) => (one as HTMLElement).offsetTop);
  const before = await below();
  await dialog.locator("#share-page").scrollIntoViewIfNeeded();
  await dialog.locator(".share-picture").waitFor();
  expect(await below()).toBe(before);

  const save = dialog.getByRole("button", { name: "Download" });
  const markdown = await download(page, () => save.click());
  expect(markdown.name).toBe("user-creates-a-task.md");
  expect(markdown.bytes.toString()).toContain("fail=coredns-down");
  await dialog.getByRole("button", { name: "CSV", exact: true }).click();
  const csv = await download(page, () => save.click());
  // For Excel, which takes it for another encoding without.
  expect(csv.bytes.toString()).toMatch(/^\uFEFF\w/);
  expect(readCsv(csv.bytes.toString()).length).toBeGreaterThan(20);

  const html = await download(page, () => dialog.getByRole("button", { name: "HTML" }).click());
  const svg = await download(page, () => dialog.getByRole("button", { name: "SVG" }).click());
  const png = await download(page, () => dialog.getByRole("button", { name: "PNG" }).click());
  await dialog.getByLabel("PNG size").selectOption("1");
  const small = await download(page, () => dialog.getByRole("button", { name: "PNG" }).click());
  const size = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString());
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(size?.[1]));
  expect(png.bytes.readUInt32BE(20)).toBe(2 * Number(size?.[2]));
  expect(complaints).toEqual([]);

  // On paper: asked for once, light, a frame per hop, and nothing else of the page.
  await page.evaluate(() => {
    window.print = () => void document.documentElement.setAttribute("data-printed", "yes");
  });
  await dialog.getByRole("button", { name: "Print a contact sheet" }).click();
  await page.locator("html[data-printed]").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".sheet");
  await expect.poll(() => sheet.innerText()).toContain("CoreDNS is down");
  expect(await sheet.locator("figure img").count()).toBe(7);
  expect(await sheet.innerText()).toContain("fail=coredns-down");
  expect(await page.getByRole("navigation", { name: "Views" }).isVisible()).toBe(false);
  expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(28, 30, 34)");
  expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => sheet.count()).toBe(0);
  expect(complaints).toEqual([]);

  // The Markdown is a chapter again.
  await page.goto(site.address);
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles({ name: "post-mortem.md", mimeType: "text/markdown", buffer: markdown.bytes });
  await expect.poll(() => page.getByRole("region", { name: "Stage" }).innerText()).toContain("CoreDNS");
  await context.close();

  // The page plays from a file, without a network, and its policy refuses it nothing.
  const folder = await mkdtemp(join(tmpdir(), "hopwise-page-"));
  await writeFile(join(folder, html.name), html.bytes);
  const alone = await openPage(browser, "file://", { offline: true });
  await alone.page.goto(`file://${join(folder, html.name)}`);
  expect(await alone.page.title()).toContain("User creates a task");
  await alone.page.getByRole("slider", { name: "Playhead" }).fill("1");
  for (const _ of [2, 3]) await alone.page.getByRole("button", { name: "Next hop" }).click();
  await expect.poll(() => alone.page.getByRole("status").innerText()).toMatch(/^3\.1 .*CoreDNS down/);
  // A button that was pressed keeps the space bar for itself, and no other key.
  await alone.page.keyboard.press("Home");
  await alone.page.keyboard.press("ArrowRight");
  await expect.poll(() => alone.page.getByRole("status").innerText()).toMatch(/^1\.1 /);
  expect([alone.complaints, alone.strangers]).toEqual([[], []]);
  await alone.context.close();
  await rm(folder, { recursive: true });

  expect(svg.bytes.toString()).not.toMatch(/<text|<style|<foreignObject/);
  const fresh = await browser.newPage();
  await fresh.setContent(`<img src="data:image/svg+xml;base64,${svg.bytes.toString("base64")}">`);
  const drawn = () => fresh.evaluate(() => document.querySelector("img")?.naturalWidth);
  await expect.poll(drawn).toBe(Number(size?.[1]));
  // What the PNG was painted as, slice by slice, is what the browser makes of the whole picture.
  const far = await fresh.evaluate(
    async (sources) => {
      const drawn = await Promise.all(
        sources.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          const context = canvas.getContext("2d");
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, canvas.width, canvas.height).data;
        }),
      );
      const [a, b] = drawn;
      if (!a || !b || a.length !== b.length) return Number.NaN;
      return a.filter((value, at) => Math.abs(value - (b[at] ?? 0)) > 96).length;
    },
    [
      `data:image/svg+xml;base64,${svg.bytes.toString("base64")}`,
      `data:image/png;base64,${small.bytes.toString("base64")}`,
    ],
  );
  expect(far).toBe(0);
  await fresh.close();
});

test("of a long run the dialog shows the beginning of its text, and its picture slice by slice; what is saved is whole", async () => {
  const { page, context, complaints } = await openPage(browser, site.address);
  const lines = Array.from({ length: 400 }, (_, n) => `  A->>B: call ${n + 1}`);
  const text = `# Long\n\n\`\`\`mermaid\nsequenceDiagram\n${lines.join("\n")}\n\`\`\`\n`;
  await page.goto(site.address);
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles({ name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  await dialog.getByRole("button", { name: "CSV", exact: true }).click();
  const preview = dialog.getByLabel("Preview");
  await expect.poll(() => preview.inputValue()).toMatch(/call 1\b.*The field shows the beginning/s);
  expect(await preview.inputValue()).not.toContain("call 400");
  const csv = await download(page, () => dialog.getByRole("button", { name: "Download" }).click());
  expect(csv.bytes.toString()).toContain("call 400");
  const svg = await download(page, () => dialog.getByRole("button", { name: "SVG" }).click());
  expect(svg.bytes.toString()).toContain('aria-label="call 400"');
  // Of the picture only those slices are decoded that came into view.
  const slices = dialog.getByRole("region", { name: "The run as drawn" });
  await slices.scrollIntoViewIfNeeded();
  await slices.locator("img").first().waitFor();
  expect(await slices.locator("img").count()).toBeLessThan(5);
  await slices.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await slices.locator("div:last-child > img").waitFor();
  expect(await slices.locator("img").count()).toBeLessThan((await slices.locator("div").count()) / 2);
  expect(await findBarriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("what a run is drawn as comes from a worker, byte for byte what is drawn elsewhere; the page answers meanwhile", async () => {
  const { page, context, complaints } = await openPage(browser, site.address);
  const text = writeLongChapter(2_000);
  await page.goto(site.address);
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles({ name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  // The letters' shapes are kept waiting, and with them the drawing.
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await context.route(/assets\/latin-/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this run" });
  const picture = dialog.getByRole("region", { name: "Picture" });
  const ask = picture.getByRole("button", { name: "SVG" });
  await ask.click();
  await picture.getByText("Drawing…").waitFor();
  await picture.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => picture.getByText("Drawing…").count()).toBe(0);
  const waiting = download(page, () => ask.click());
  await picture.getByText("Drawing…").waitFor();
  go();
  const svg = await waiting;

  const chapter = parseChapter("long.md", text);
  const scenario = chapter.scenarios[0];
  if (!scenario) throw new Error("the chapter has no scenario");
  const run = { scenario, system: chapter.system, trace: simulate(scenario, chapter.system, healthyRun) };
  const drawn = await drawPicture(run, { theme: "light", spacing: "even", waterfall: true });
  expect(svg.bytes.equals(Buffer.from(drawn.svg))).toBe(true);

  // Paper: a hundred frames are not decoded in one go.
  await page.evaluate(() => {
    const root = document.documentElement;
    window.print = () => root.setAttribute("data-printed", "yes");
    new MutationObserver((_, observer) => {
      const begun = document.querySelectorAll(".sheet img[src]").length;
      if (begun > 0) observer.disconnect();
      root.setAttribute("data-begun", String(begun));
    }).observe(document.body, { childList: true });
  });
  await dialog.getByRole("button", { name: "Print a contact sheet" }).click();
  await page.locator("html[data-printed]").waitFor({ state: "attached" });
  expect(await page.locator(".sheet img[src]").count()).toBe(101);
  expect(Number(await page.locator("html").getAttribute("data-begun"))).toBeLessThan(10);
  expect(complaints).toEqual([]);
  await context.close();
});
