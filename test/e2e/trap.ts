import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { openPage, type WatchedPage } from "./open-browser.ts";

export interface Trapped extends WatchedPage {
  /** What a script of a chapter's that ran has said. */
  readonly attacked: string[];
}

/** A page in which any script of a chapter's that ran would be seen. */
export async function openTrapped(browser: Browser, address: string, query = ""): Promise<Trapped> {
  const watched = await openPage(browser, address);
  const attacked: string[] = [];
  await watched.page.exposeFunction("attacked", (what: unknown) => void attacked.push(String(what)));
  watched.page.on("dialog", (dialog) => {
    attacked.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await watched.page.goto(address + query);
  await watched.page.getByRole("navigation", { name: "Views" }).waitFor();
  return { ...watched, attacked };
}

/** Nothing ran, nothing left, prototypes are whole, nothing of the chapter became an element, the page answers. */
export async function expectUnharmed({ page, attacked, strangers, complaints }: Trapped): Promise<void> {
  expect(attacked).toEqual([]);
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
  const state = await page.evaluate(() => ({
    polluted: "polluted" in {} || "name" in Object.prototype,
    // biome-ignore lint/suspicious/noPrototypeBuiltins: whether it still works is the question
    whole: {}.hasOwnProperty("x") === false && String({}) === "[object Object]",
    scripts: [...document.scripts].filter((script) => new URL(script.src, location.href).origin !== location.origin)
      .length,
    inline: [...document.scripts].filter((script) => script.src === "").length,
    badLinks: [...document.querySelectorAll("a[href]")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !/^(https?:|mailto:|[?#./]|$)/i.test(href) && /^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:/iu.test(href)),
    foreign: document.querySelectorAll("iframe[srcdoc], object, embed, [onerror], [onload], [onmouseover]").length,
    shown: getComputedStyle(document.body).display !== "none",
  }));
  expect(state).toEqual({ polluted: false, whole: true, scripts: 0, inline: 0, badLinks: [], foreign: 0, shown: true });
}

/** Until the chapter is on the stage, or its refusal is said. */
export async function waitForAnswer(page: Page): Promise<void> {
  const answer = page
    .getByRole("region", { name: "Stage" })
    .or(page.getByRole("alert"))
    .or(page.locator(".notices-item"));
  await answer.first().waitFor({ timeout: 45_000 });
}
