import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";
import { makeRecipeSite, type Recipe } from "./recipe-site.ts";
import { type Site, serveFolder } from "./serve.ts";

interface TriedRecipe extends Recipe {
  /** Turns the page dark by the site's own means. */
  readonly goDark: (page: Page) => Promise<void>;
}

const byTheSystem = (page: Page) => page.emulateMedia({ colorScheme: "dark" });
const byMaterial = (page: Page) => page.locator('label[title="Switch to dark mode"]').click();
const npmBuild = ["npm", "run", "build"] as const;

const recipes: readonly TriedRecipe[] = [
  { name: "plain-html", flows: "flows", script: "hopwise", published: ".", goDark: byTheSystem },
  { name: "eleventy", flows: "flows", published: "_site", build: npmBuild, goDark: byTheSystem },
  {
    name: "vitepress",
    flows: "docs/public/flows",
    published: "docs/.vitepress/dist",
    build: npmBuild,
    goDark: (page) => page.locator(".VPNavBarAppearance .VPSwitchAppearance").click(),
  },
  {
    name: "react",
    flows: "public/flows",
    published: "dist",
    build: npmBuild,
    goDark: (page) => page.getByRole("button", { name: "Dark" }).click(),
  },
  { name: "mkdocs-page", flows: "flows", script: "hopwise", published: ".", goDark: byMaterial },
];

/** Sites that take minutes to install, or Python; `npm run recipes` names them in HOPWISE_RECIPES. */
const heavyRecipes: readonly TriedRecipe[] = [
  {
    name: "docusaurus",
    flows: "static/flows",
    published: "build",
    build: npmBuild,
    goDark: (page) => page.getByRole("button", { name: /dark and light mode/ }).click(),
  },
  {
    name: "mkdocs-material",
    flows: "flows",
    script: "docs/hopwise",
    published: "site",
    build: ["mkdocs", "build", "--quiet"],
    goDark: byMaterial,
  },
];

const asked = process.env.HOPWISE_RECIPES?.split(",") ?? [];
const tried = [...recipes, ...heavyRecipes.filter(({ name }) => asked.includes(name))];

const sites = new Map<string, Site>();
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await Promise.all(
    tried.map(async (recipe) => sites.set(recipe.name, await serveFolder(await makeRecipeSite(recipe)))),
  );
}, 900_000);
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.close();
});

/** Opens a site's first page, with every shift of or in a flow added up. */
async function openSite(name: string) {
  const address = sites.get(name)?.address ?? "";
  const watched = await openPage(browser, address, { colorScheme: "light" });
  await watched.page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      // A site's own fonts may move a line of its own; what moves in a flow has no node that the page may see.
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[])
        if (entry.sources.some(({ node }) => !node || node.nodeName === "HOPWISE-FLOW")) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await watched.page.goto(address);
  return {
    ...watched,
    shift: () => watched.page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift),
  };
}

for (const { name, goDark } of tried) {
  test(`${name}: the flow is drawn in the page, plays, turns dark with it, and moves nothing`, async () => {
    const { page, context, complaints, strangers, shift } = await openSite(name);
    const flow = page.locator("hopwise-flow");
    const verdict = flow.getByRole("status", { name: "Verdict" });
    await expect.poll(() => verdict.textContent()).toMatch(/Redis/);
    const box = await flow.boundingBox();
    expect(box?.height).toBe(480);
    expect(box?.width).toBeGreaterThan(500);
    expect(await shift()).toBe(0);

    const place = () => flow.getByRole("slider", { name: "Playhead" }).getAttribute("aria-valuetext");
    const before = await place();
    await flow.getByRole("button", { name: "Play" }).click();
    await expect.poll(place).not.toBe(before);

    const surface = () =>
      flow.evaluate((tag) => getComputedStyle(tag.shadowRoot?.firstElementChild ?? tag).backgroundColor);
    const isDark = async () => Number(/\d+/.exec(await surface())?.[0]) < 80;
    expect(await isDark()).toBe(false);
    await goDark(page);
    await expect.poll(isDark).toBe(true);
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    await context.close();
  });
}

test("react: the page switches a failure, and hears the verdict", async () => {
  const { page, context } = await openSite("react");
  await expect.poll(() => page.locator("output").textContent()).toMatch(/Redis/);
  await page.getByRole("checkbox", { name: "Redis is down" }).uncheck();
  await expect.poll(() => page.locator("output").textContent()).not.toMatch(/Redis/);
  await context.close();
});
