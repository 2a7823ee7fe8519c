import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openBrowser, openPage, type WatchedPage } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";

export const siteFolder = join(import.meta.dirname, "../../dist/site");

export interface Stand {
  /** Opens the built app at a query string, in a context of its own. */
  open(query?: string, options?: BrowserContextOptions): Promise<WatchedPage>;
  address(): string;
}

/** Serves the built app and starts a browser, once for a file. After each test, no page may have had a complaint. */
export function standOnBuiltSite(): Stand {
  let browser: Browser | undefined;
  let site: Site | undefined;
  const opened: WatchedPage[] = [];

  beforeAll(async () => {
    if (!existsSync(join(siteFolder, "index.html")))
      throw new Error("There is no built app; run `npm run build` first.");
    site = await serveSite(siteFolder);
    browser = await openBrowser();
  });
  afterEach(async () => {
    const heard = opened.flatMap(({ complaints }) => complaints);
    const asked = opened.flatMap(({ strangers }) => strangers);
    await Promise.all(opened.splice(0).map(({ context }) => context.close()));
    expect({ heard, asked }).toEqual({ heard: [], asked: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    address: () => site?.address ?? "",
    async open(query = "", options = {}) {
      if (!browser || !site) throw new Error("the browser has not started");
      const watched = await openPage(browser, site.address, options);
      opened.push(watched);
      await watched.page.goto(site.address + query);
      return watched;
    },
  };
}
