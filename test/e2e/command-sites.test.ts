import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tempFolder } from "../fixtures/temp-folder.ts";
import { openBrowser, openPage } from "./open-browser.ts";
import { readPolicy, serveFolder, serveSite } from "./serve.ts";

const root = join(import.meta.dirname, "../..");
const command = join(root, "dist", "cli.js");
const started: ChildProcess[] = [];
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  for (const child of started) child.kill();
  await browser?.close();
});

/** A folder of one's own with the shipped chapters. */
function makeFolder(): string {
  const folder = tempFolder();
  cpSync(join(root, "scenarios", "honeydue"), join(folder, "shop"), { recursive: true });
  return folder;
}

function run(folder: string, ...args: string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      said += bytes;
    });
  }
  return { child, said: () => said };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => (child.exitCode === null ? child.once("exit", done) : done(child.exitCode)));

async function open(address: string) {
  if (!browser) throw new Error("the browser has not started");
  return openPage(browser, address);
}

test("serve: what is written is seen at once, at the same message, and Ctrl+C ends it", async () => {
  const folder = makeFolder();
  const { child, said } = run(folder, "serve", "shop", "--port", "4417");
  await expect.poll(said).toContain("Hopwise is at");
  const address = /http:\S+/.exec(said())?.[0] ?? "";
  const { page, context, complaints, strangers } = await open(address);
  await page.goto(`${address}?v=1&chapter=shop/create-task&at=5.2&fail=redis-down`);
  const current = page.getByRole("region", { name: "Stage" }).locator('[aria-current="step"]');
  await expect.poll(() => current.count()).toBe(1);
  const before = await current.innerText();

  const file = join(folder, "shop", "create-task.md");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("User creates a task", "User adds a chore"));
  await expect.poll(() => page.title(), { timeout: 20_000 }).toContain("User adds a chore");
  expect(await current.innerText()).toBe(before);
  expect(page.url()).toContain("at=5.2&fail=redis-down");
  expect(await page.getByRole("switch", { name: "Redis down" }).getAttribute("aria-checked")).toBe("true");

  writeFileSync(file, "# Nothing left\n");
  await page.getByText("cannot be played any more").waitFor();
  expect(await current.innerText()).toBe(before);
  expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  await context.close();
  child.kill("SIGINT");
  expect(await ended(child)).toBe(0);
});

test("build: in a sub-folder a scenario's own page plays and keeps its address", async () => {
  const folder = makeFolder();
  const { child, said } = run(folder, "build", "shop", "-o", "public/docs/flows", "--base", "/docs/flows/");
  expect(await ended(child), said()).toBe(0);
  const policy = readPolicy(join(folder, "public/docs/flows"));
  const site = await serveFolder(join(folder, "public"), 0, () => policy);
  const address = `${site.address}docs/flows/flows/shop/create-task/user-creates-a-task/`;
  const { page, context, complaints, strangers } = await open(site.address);
  await page.goto(address);
  await page.getByRole("group", { name: "Player" }).getByRole("button", { name: "Next hop" }).click();
  await expect.poll(() => page.url()).toContain(`${address}?v=1&chapter=shop/create-task&at=1.`);
  await page.reload();
  await expect.poll(() => page.locator('[aria-current="step"]').count()).toBeGreaterThan(0);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Library" }).click();
  await expect.poll(() => page.url()).toBe(`${site.address}docs/flows/`);
  await page.goBack();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  await context.close();
  await site.close();
});

test("a built site plays without a network after the first visit, and says when a new version is ready", async () => {
  const folder = makeFolder();
  const build = async () => {
    const { child, said } = run(folder, "build", "shop");
    expect(await ended(child), said()).toBe(0);
  };
  await build();
  const first = await serveSite(join(folder, "site"));
  const { page: firstPage, context, strangers } = await open(first.address);
  await firstPage.goto(first.address);
  await firstPage.evaluate(async () => void (await navigator.serviceWorker.ready));
  const page = await context.newPage();
  await first.close();

  await page.goto(
    `${first.address}flows/shop/create-task/user-creates-a-task/?v=1&chapter=shop/create-task&fail=coredns-down`,
  );
  const player = page.getByRole("group", { name: "Player" });
  await player.getByRole("button", { name: "Next hop" }).click();
  await expect.poll(() => page.locator('[aria-current="step"]').count()).toBe(1);
  await page.getByRole("status", { name: "Verdict" }).getByText("CoreDNS").first().waitFor();
  // Mermaid is too large to be kept, and a service worker does not serve frames without an origin.
  await page.getByRole("button", { name: "Mermaid", exact: true }).click();
  await page.getByText("Mermaid did not come").waitFor();

  const file = join(folder, "shop", "create-task.md");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("User creates a task", "User adds a chore"));
  await build();
  const second = await serveSite(join(folder, "site"), Number(new URL(first.address).port));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const notice = page.getByText("A new version is ready");
  await notice.waitFor();
  // The page of the first visit, which no worker serves, is told as well.
  await firstPage.getByText("A new version is ready").waitFor();
  await page.goto(first.address);
  await page.getByText("User adds a chore").first().waitFor();
  // The page is the new one already, so the new worker takes over without another word.
  const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await expect.poll(waiting).toBe(false);
  expect(await notice.count()).toBe(0);
  expect(strangers).toEqual([]);
  await context.close();
  await second.close();
});
