import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../../.ci/chromium.mjs";

/** Starts the Chromium that `npm test` found. */
export async function openBrowser(...more: string[]): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("No Chromium was found; `npm test` installs one, or set CHROMIUM_PATH.");
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

/** A page that takes down everything a healthy page never does. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions, policy violations, failed requests. */
  readonly complaints: string[];
  /** Requests that left for anywhere but the site itself. */
  readonly strangers: string[];
}

/** Opens a page that may reach only `site`: every other request is noted and stopped. */
export async function openPage(
  browser: Browser,
  site: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  await context.route(
    (url) => !url.href.startsWith(site) && url.protocol !== "data:" && url.protocol !== "blob:",
    (route) => {
      strangers.push(route.request().url());
      return route.abort();
    },
  );
  return { page, context, complaints, strangers };
}
