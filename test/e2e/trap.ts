import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { openPage, type WatchedPage } from "./open-browser.ts";

export interface Trapped extends WatchedPage {
  /** The built app, ending in a slash. */
  readonly address: string;
  /** A folder for files that are picked: bytes handed over are decoded by the page, which is then busy. */
  readonly disk: string;
  /** What a script of a chapter's that ran has said, and where it led the page. */
  readonly attacked: string[];
  close(): Promise<void>;
}

/** A page of somebody else's, which holds flows. */
export const strangersPage = "https://docs.example/";

/** A page in which any script of a chapter's that ran would be seen. */
export async function openTrapped(browser: Browser, address: string, query = ""): Promise<Trapped> {
  const watched = await openPage(browser, address);
  const { page, context } = watched;
  const disk = mkdtempSync(join(tmpdir(), "hopwise-attacks-"));
  const attacked: string[] = [];
  await page.exposeFunction("attacked", (what: unknown) => void attacked.push(String(what)));
  page.on("dialog", (dialog) => {
    attacked.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (opened) => attacked.push(`window: ${opened.url()}`));
  page.on("download", (download) => attacked.push(`download: ${download.url()}`));
  page.on("framenavigated", (frame) => {
    const known = [address, strangersPage, "about:blank"].some((place) => frame.url().startsWith(place));
    if (frame === page.mainFrame() && !known) attacked.push(`led to: ${frame.url()}`);
  });
  await page.goto(address + query);
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  const close = async () => {
    await context.close();
    rmSync(disk, { recursive: true });
  };
  return { ...watched, address, disk, attacked, close };
}

/**
 * While it measures, Mermaid itself makes elements of a label; its frame's own policy, known by its hash, stops them. A
 * diagram in the notes is drawn when it is seen, so this may be heard at any time.
 */
const stopped = /Executing inline event handler violates .*script-src 'sha256-.*has been blocked/;

/** Nothing ran, nothing left, prototypes are whole, nothing of the chapter became an element, the page answers. */
export async function expectUnharmed({ page, attacked, strangers, complaints }: Trapped, what = ""): Promise<void> {
  const state = await page.evaluate(lookForHarm);
  const harm = { attacked, strangers, complaints: complaints.filter((one) => !stopped.test(one)), ...state };
  const none = { attacked: [], strangers: [], complaints: [], polluted: false, whole: true, foreign: [], shown: true };
  expect(harm, what).toEqual(none);
}

/** In the page: what of a chapter could act, in shadow roots too. */
function lookForHarm() {
  const isOurs = (address: string) =>
    URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin;
  const acts = (element: Element): boolean => {
    if (element.matches("object, embed, base, applet, foreignObject, animate, set, meta[http-equiv=refresh]"))
      return true;
    if (element.matches("script:not([src])")) return true;
    return [...element.attributes].some(({ name, value }) => {
      if (/^on|^srcdoc$|^formaction$/i.test(name)) return true;
      if (!/^(?:src|href|xlink:href|action|data|poster|ping|srcset)$/i.test(name)) return false;
      // A link waits for the reader; everything else is asked for at once.
      return element.matches("a")
        ? !/^(?:https?|mailto|blob):$/.test((element as HTMLAnchorElement).protocol)
        : !isOurs(value) && !/^(?:data:image|data:,|blob:)/.test(value);
    });
  };
  const foreign: string[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      if (acts(element)) foreign.push(element.outerHTML.slice(0, 200));
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  return {
    polluted: "polluted" in {} || "name" in Object.prototype,
    // biome-ignore lint/suspicious/noPrototypeBuiltins: whether it still works is the question
    whole: {}.hasOwnProperty("x") === false && String({}) === "[object Object]",
    foreign,
    shown: getComputedStyle(document.body).display !== "none",
  };
}

/** Until the chapter is on the stage, or its refusal is said. */
export async function waitForAnswer(page: Page): Promise<void> {
  const answer = page
    .getByRole("region", { name: "Stage" })
    .or(page.getByRole("alert"))
    .or(page.locator(".notices-item, .flow-message"));
  await answer.first().waitFor({ timeout: 45_000 });
}

/** Does what a reader does with a chapter: steps through it, switches its failures, moves over what is drawn. */
export async function walkThrough(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowRight");
  await page.evaluate(() => {
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.matches("[role=switch]")) element.click();
        if (element.matches(".stage-row, [role=switch]")) {
          for (const what of ["pointerover", "mouseover", "focusin"])
            element.dispatchEvent(new Event(what, { bubbles: true }));
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
