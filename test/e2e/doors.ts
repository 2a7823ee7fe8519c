import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { createPacker } from "../../src/browser/packer.ts";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { packChapter } from "../../src/session/carry-chapter.ts";
import { escapeText, printPage } from "./docs-page.ts";
import { strangersPage, type Trapped, waitForAnswer } from "./trap.ts";

/** A way by which a text comes into Hopwise. */
export interface Door {
  readonly name: string;
  /** Brings a text in, and waits until it is shown or refused. */
  open(at: Trapped, file: string, text: string): Promise<void>;
}

const hello = "# Another\n\n```mermaid\nsequenceDiagram\n  A->>B: hello there\n```\n";
/** What a name may hold on a disk, too. */
const hostileName = "<img src=x onerror=attacked('name')>";

async function goToLibrary({ page, address }: Trapped, query = "?v=1"): Promise<void> {
  // A page that differs in its fragment alone would not be loaded anew.
  await page.goto("about:blank");
  await page.goto(address + query);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Puts files on the disk and picks them, as a person does. */
async function pick(at: Trapped, input: string, files: Readonly<Record<string, string>>, folder = ""): Promise<void> {
  await goToLibrary(at);
  mkdirSync(join(at.disk, folder), { recursive: true });
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(at.disk, folder, name);
    writeFileSync(path, text);
    return path;
  });
  await at.page.locator(input).setInputFiles(folder === "" ? paths : join(at.disk, folder));
  await waitForAnswer(at.page);
}

/** Drops or pastes a text where an element is, as the browser tells of it. False when nobody took it. */
function hand(where: Locator, how: "drop" | "paste", file: string, text: string): Promise<boolean> {
  return where.evaluate(
    (element, [way, name, content]) => {
      const data = new DataTransfer();
      if (way === "drop") data.items.add(new File([content], name, { type: "text/markdown" }));
      else data.setData("text/plain", content);
      // Composed, as the browser's own: an editor within a shadow root is heard outside it.
      const said = { bubbles: true, cancelable: true, composed: true };
      if (way === "paste") return !element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...said }));
      element.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, ...said }));
      return !element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...said }));
    },
    [how, file, text] as const,
  );
}

/** A server elsewhere that lets other pages read its file. Gives the file's address. */
async function serveElsewhere({ page }: Trapped, file: string, text: string): Promise<string> {
  const address = `https://elsewhere.example/${file}`;
  const headers = { "access-control-allow-origin": "*" };
  await page.unroute(address);
  await page.route(address, (route) => route.fulfill({ body: text, contentType: "text/markdown", headers }));
  return address;
}

const pack = (file: string, text: string): Promise<string> => packChapter([{ file, text }], createPacker());

/** The query's end for each scenario of a text; a large one has its first alone. */
function scenariosOf(file: string, text: string): readonly string[] {
  if (text.length > 100_000) return [];
  const ids = parseLibrary("flow", [{ file, text }]).chapters.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
  return ids.length > 1 ? ids : [];
}

/** Puts something in the place of a chapter's whole text in the Write view, and waits until it is read. */
async function writeOver(at: Trapped, write: (editor: Locator) => Promise<unknown>): Promise<void> {
  const { page } = at;
  await page.goto(`${at.address}?v=1&chapter=honeydue/create-task&view=write`);
  await page.locator(".write-stage .stage-row").first().waitFor();
  const editor = page.getByRole("textbox", { name: /^Text of/ });
  await editor.click();
  await page.keyboard.press("Control+a");
  const before = await page.locator(".write-stage").textContent();
  await write(editor);
  // Replaced, or kept with the reason.
  const isRead = (old: string | null) => document.querySelector(".write-stage")?.textContent !== old;
  await page.waitForFunction(isRead, before, { timeout: 45_000 });
}

/** Line by line, into nothing: breaks and selections of several lines would be the browser's to write, with styles. */
async function typeLines(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Delete");
  for (const [n, line] of text.split("\n").entries()) {
    // The editor has put spaces before the cursor.
    for (const key of n > 0 ? ["Enter", "Shift+Home", "Delete"] : []) await page.keyboard.press(key);
    if (line !== "") await page.keyboard.insertText(line);
  }
}

/** Keeps a draft as the page would have. */
function plantDraft(page: Page, file: string, text: string): Promise<void> {
  return page.evaluate(
    ([name, content]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("hopwise", 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore("drafts", { keyPath: "id" });
          opening.result.createObjectStore("versions", { keyPath: "id" }).createIndex("draft", "draft");
        };
        opening.onsuccess = () => {
          const work = opening.result.transaction("drafts", "readwrite");
          const files = [{ file: name, text: content }];
          work
            .objectStore("drafts")
            .put({ id: "draft/planted", title: name, file: name, files, changed: 1, writer: "x" });
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [file, text] as const,
  );
}

/** A page elsewhere with the component, under a policy as a careful site has it; what it runs would be heard. */
async function visitStranger({ page }: Trapped, head: string, body: string, chapter = ""): Promise<void> {
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";
  const address = `${strangersPage}**`;
  await page.unroute(address);
  await page.route(address, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/chapter.md") return route.fulfill({ contentType: "text/markdown", body: chapter });
    if (/^\/hopwise-[a-z-]+\.js$/.test(pathname))
      return route.fulfill({
        contentType: "text/javascript",
        body: await readFile(join(import.meta.dirname, "../../dist", pathname)),
      });
    const html = `<!doctype html><html lang="en"><head><title>Docs</title><link rel="icon" href="data:,">${head}</head><body><main>${body}</main></body></html>`;
    return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body: html });
  });
  await page.goto(strangersPage);
  await waitForAnswer(page);
}

const script = '<script type="module" src="/hopwise-flow.js"></script>';

export const doors: readonly Door[] = [
  { name: "a file", open: (at, file, text) => pick(at, "input[type=file]:not([data-folder])", { [file]: text }) },
  {
    name: "several files",
    open: (at, file, text) =>
      pick(at, "input[type=file]:not([data-folder])", {
        [file]: text,
        [`${hostileName}.md`]: hello,
        "other.md": hello,
      }),
  },
  {
    name: "a folder",
    open: (at, file, text) =>
      pick(at, "input[data-folder]", { "index.md": text, [file]: text, [`${hostileName}.md`]: hello }, hostileName),
  },
  {
    name: "drag and drop",
    async open(at, file, text) {
      await goToLibrary(at);
      await hand(at.page.locator("main"), "drop", file, text);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "a paste into nowhere",
    async open(at, file, text) {
      await goToLibrary(at);
      await hand(at.page.locator("main"), "paste", file, text);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "the paste box",
    async open(at, file, text) {
      await goToLibrary(at);
      const box = at.page.getByRole("textbox", { name: /Paste/ });
      // What nobody takes, the browser puts into the field.
      if (!(await hand(box, "paste", file, text))) {
        await box.fill(text);
        await at.page.getByRole("button", { name: "Play it" }).click();
      }
      await waitForAnswer(at.page);
    },
  },
  {
    name: "an address",
    async open(at, file, text) {
      const address = await serveElsewhere(at, file, text);
      await goToLibrary(at);
      await at.page.getByRole("textbox", { name: "Read from an address" }).fill(address);
      await at.page.getByRole("button", { name: "Open", exact: true }).click();
      await waitForAnswer(at.page);
    },
  },
  {
    name: "a link to an address",
    async open(at, file, text) {
      const address = await serveElsewhere(at, file, text);
      await at.page.goto(`${at.address}?v=1&src=${encodeURIComponent(address)}`);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "a link that carries it",
    async open(at, file, text) {
      await at.page.goto("about:blank");
      await at.page.goto(`${at.address}?v=1#c=${await pack(file, text)}`);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "a chapter kept in the browser",
    async open(at, file, text) {
      await goToLibrary(at);
      await at.page.evaluate(
        (kept) => localStorage.setItem("hopwise/chapter/own/planted", kept),
        JSON.stringify([{ file, text }]),
      );
      await at.page.goto(`${at.address}?v=1&chapter=own/planted`);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "a draft kept in the browser",
    async open(at, file, text) {
      await goToLibrary(at);
      await plantDraft(at.page, file, text);
      await at.page.goto(`${at.address}?v=1&chapter=draft/planted&view=write`);
      await waitForAnswer(at.page);
    },
  },
  {
    name: "the editor, pasted",
    open: (at, file, text) => writeOver(at, (editor) => hand(editor, "paste", file, text)),
  },
  { name: "the editor, typed", open: (at, _file, text) => writeOver(at, () => typeLines(at.page, text)) },
  {
    name: "a frame whose link carries it",
    async open(at, file, text) {
      const packed = await pack(file, text);
      for (const scenario of scenariosOf(file, text)) await openFrame(at, `&scenario=${scenario}#c=${packed}`);
      await openFrame(at, `#c=${packed}`);
    },
  },
  {
    name: "a frame with an address",
    open: async (at, file, text) => openFrame(at, `&src=${encodeURIComponent(await serveElsewhere(at, file, text))}`),
  },
  {
    name: "a flow with an address",
    async open(at, file, text) {
      for (const scenario of [...scenariosOf(file, text), ""])
        await visitStranger(
          at,
          script,
          `<hopwise-flow src="chapter.md" scenario="${escapeText(scenario)}"></hopwise-flow>`,
          text,
        );
    },
  },
  {
    name: "a flow with the text in its tag",
    async open(at, file, text) {
      for (const scenario of [...scenariosOf(file, text), ""])
        await visitStranger(
          at,
          script,
          `<hopwise-flow scenario="${escapeText(scenario)}">${escapeText(text)}</hopwise-flow>`,
        );
    },
  },
  {
    name: "a page whose diagrams become flows",
    open: (at, _file, text) => visitStranger(at, script.replace(" src", " data-upgrade src"), printPage(text)),
  },
];

async function openFrame({ page, address }: Trapped, rest: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${address}embed.html?v=1&embed=v1${rest}`);
  await waitForAnswer(page);
}
