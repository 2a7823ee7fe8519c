import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { cutControls } from "./cut-controls.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const shipped = "?v=1&chapter=honeydue/create-task&view=write";

const editor = (page: Page) => page.getByRole("textbox", { name: /^Text of/ });
const stage = (page: Page) => page.getByRole("region", { name: "Stage" });

/** The editor has only the lines in view in the document: a window so high shows all of the template. */
const highWindow = { width: 1280, height: 2600 };

async function newChapter(page: Page): Promise<void> {
  await page.setViewportSize(highWindow);
  await page.getByRole("button", { name: "New chapter" }).click();
  await expect.poll(() => editor(page).innerText()).toContain("A request, end to end");
  await expect.poll(() => stage(page).innerText()).toContain("GET /tasks");
}

/** Puts the cursor behind a line's words. */
async function typeAfter(page: Page, words: string, typed: string): Promise<void> {
  await page.locator(".cm-line", { hasText: words }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(typed);
}

test("a chapter is begun on the library page", async () => {
  const { page } = await site.open();
  await page.getByRole("button", { name: "Write a new chapter" }).click();
  await expect.poll(() => editor(page).innerText()).toContain("A request, end to end");
  await expect.poll(() => stage(page).innerText()).toContain("GET /tasks");
  expect(page.url()).toContain("draft/");
});

test("a file keeps its line ends and its mark: a comparison shows what was written and nothing else", async () => {
  const { page } = await site.open();
  const text = "# Shop\r\n\r\n```mermaid\r\nsequenceDiagram\r\n  A->>B: hello\r\n```\r\n";
  const buffer = Buffer.from(`\uFEFF${text}`);
  const input = page.locator('input[type="file"]:not([data-folder])');
  await input.setInputFiles({ name: "shop.md", mimeType: "text/markdown", buffer });
  await expect.poll(() => stage(page).innerText()).toContain("hello");
  await expect.poll(() => page.url()).toContain("chapter=own");
  // What is noted of the file outlives the page that read it.
  await page.reload();
  await page.getByRole("link", { name: "Write" }).click();
  await typeAfter(page, "hello", " there");
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  const download = async () => {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    return readFile(await (await saved).path(), "utf8");
  };
  const written = `\uFEFF${text.replace("hello", "hello there")}`;
  expect(await download()).toBe(written);
  await page.reload();
  await expect.poll(() => editor(page).innerText()).toContain("hello there");
  expect(await download()).toBe(written);
});

test("what is typed is on the stage, and is there after a reload", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await typeAfter(page, "SELECT tasks", " and owners");
  await expect.poll(() => stage(page).innerText()).toContain("SELECT tasks and owners");
  await page.reload();
  await expect.poll(() => editor(page).innerText()).toContain("SELECT tasks and owners");
});

test("a text that is seen can be typed into, however long it took to learn that no other tab writes it", async () => {
  const { page } = await site.open();
  await page.addInitScript(`
    const ask = LockManager.prototype.request;
    LockManager.prototype.request = function (...asked) {
      return new Promise((done) => setTimeout(done, 1500)).then(() => ask.apply(this, asked));
    };
  `);
  await page.goto(`${site.address()}${shipped}`);
  await newChapter(page);
  await typeFirst(page, "first letters ", "A request, end to end");
  await expect.poll(() => editor(page).innerText()).toContain("first letters");
});

test("broken text keeps the last stage and names the line", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await typeAfter(page, "SELECT tasks", "\n");
  // In one piece: letter by letter, a slow machine pauses long enough that undoing once takes a part back.
  await page.keyboard.insertText("GW->>");
  await expect.poll(() => page.locator(".write-broken").innerText()).toMatch(/Line \d+/);
  expect(await stage(page).innerText()).toContain("SELECT tasks");
  const opacity = () => page.locator(".stage-scroller").evaluate((one) => Number(getComputedStyle(one).opacity));
  await expect.poll(opacity).toBeLessThan(1);
  await page.getByRole("textbox", { name: /^Text of/ }).press("Control+z");
  await page.locator(".write-broken").waitFor({ state: "detached" });
  await expect.poll(opacity).toBe(1);
});

test("a shipped chapter is edited as a copy, and its link still shows the original", async () => {
  const { page } = await site.open(shipped);
  await expect.poll(() => editor(page).innerText()).toContain("Hop 1");
  await editor(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  await expect.poll(() => page.url()).toContain("draft/");
  // Left at once: the one keystroke is kept all the same.
  await page.goto(`${site.address()}${shipped}`);
  await expect.poll(() => page.locator("body").innerText()).toContain("You have a draft of this chapter");
  await page.getByRole("button", { name: "Go on with the draft" }).click();
  await expect.poll(() => page.url()).toContain("draft/");
});

test("a draft is found again on the library page, and deleted only when asked for twice", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await typeAfter(page, "SELECT tasks", " and owners");
  await expect.poll(() => stage(page).innerText()).toContain("SELECT tasks and owners");
  await page.goto(site.address());
  const drafts = page.getByRole("region", { name: "Your drafts" });
  await drafts.getByRole("link").click();
  await expect.poll(() => editor(page).innerText()).toContain("SELECT tasks and owners");
  await page.goBack();
  page.once("dialog", (dialog) => void dialog.dismiss());
  await drafts.getByRole("button", { name: /^Delete the draft/ }).click();
  expect(await drafts.getByRole("link").count()).toBe(1);
  page.once("dialog", (dialog) => void dialog.accept());
  await drafts.getByRole("button", { name: /^Delete the draft/ }).click();
  await drafts.waitFor({ state: "detached" });
});

test("a second tab may read, take over or copy", async () => {
  const { page, context } = await site.open(shipped);
  await newChapter(page);
  await expect.poll(() => page.url()).toContain("draft/");
  const second = await context.newPage();
  await second.setViewportSize(highWindow);
  await second.goto(page.url());
  await second.getByRole("button", { name: "Take over" }).click();
  await expect.poll(() => page.locator(".write-banner").innerText()).toContain("taken this draft over");
  await second.locator(".write-banner").waitFor({ state: "detached" });
  await typeAfter(second, "SELECT tasks", " twice");
  await expect.poll(() => editor(second).innerText()).toContain("SELECT tasks twice");
  await page.bringToFront();
  await expect.poll(() => editor(page).innerText()).toContain("SELECT tasks twice");

  // When the tab that writes is closed, the one that has waited longest goes on with what it wrote; then the next.
  const third = await context.newPage();
  await third.setViewportSize(highWindow);
  await third.goto(page.url());
  await expect.poll(() => third.locator(".write-banner").innerText()).toContain("open in another tab");
  await second.close();
  await page.locator(".write-banner").waitFor({ state: "detached" });
  await typeAfter(page, "SELECT tasks twice", " more");
  await expect.poll(() => editor(third).innerText()).toContain("SELECT tasks twice more");
  await page.close();
  await third.locator(".write-banner").waitFor({ state: "detached" });
  await typeAfter(third, "SELECT tasks twice more", ", please");
  await expect.poll(() => editor(third).innerText()).toContain("SELECT tasks twice more, please");
});

test("how the view is arranged is there after a reload", async () => {
  const { page } = await site.open(shipped);
  const pressed = (name: string) => page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
  const wraps = () => editor(page).evaluate((one) => one.classList.contains("cm-lineWrapping"));
  await expect.poll(wraps).toBe(true);
  await page.getByRole("button", { name: "Notes" }).click();
  await page.getByRole("button", { name: "Wrap long lines" }).click();
  const splitter = page.getByRole("separator", { name: "Width of the text" });
  await splitter.press("ArrowRight");
  const width = await splitter.getAttribute("aria-valuenow");
  await page.reload();
  await expect.poll(wraps).toBe(false);
  expect([await pressed("Notes"), await splitter.getAttribute("aria-valuenow")]).toEqual(["true", width]);
  await page.getByRole("button", { name: "Stage", exact: true }).click();
  await page.reload();
  await expect.poll(() => pressed("Stage")).toBe("true");
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await expect.poll(() => editor(page).innerText()).toContain("User creates a task");
});

test("the player is whole at every width of the stage", async () => {
  const { page } = await site.open(shipped);
  const player = page.getByRole("group", { name: "Player" });
  await player.waitFor();
  const splitter = page.getByRole("separator", { name: "Width of the text" });
  const cut = () => cutControls(player);
  for (const width of [1440, 1280, 1024, 860]) {
    await page.setViewportSize({ width, height: 800 });
    for (const key of ["Home", "End", "PageDown", "PageDown", "PageDown"]) {
      await splitter.press(key);
      await expect.poll(cut, { message: `${width} px, ${await splitter.getAttribute("aria-valuenow")} %` }).toBe(0);
    }
  }
});

test("a click into a note shows where it is written, and leaves the stage where it is", async () => {
  const { page } = await site.open(`${shipped}&at=2.3`);
  await page.getByRole("button", { name: "Notes", exact: true }).click();
  const notes = page.getByRole("complementary", { name: "Notes" });
  // The text may come after the notes.
  await expect.poll(() => editor(page).locator(".cm-activeLine").innerText()).toContain("TCP SYN :80");
  await notes.getByText("On the way Cloudflare adds").click();
  await expect
    .poll(() => editor(page).locator(".cm-activeLine").innerText())
    .toContain("- On the way Cloudflare adds `CF");
  expect(await page.evaluate(() => document.activeElement?.className)).not.toContain("write-editor");
  expect(page.url()).toContain("at=2.3");
  // What lies out of sight comes into view.
  await notes.getByText("The scenario's notes").click();
  await notes.getByText("User → CF (Austin").click();
  await expect.poll(() => editor(page).locator(".cm-activeLine").innerText()).toMatch(/^\| User → CF/);
  expect(page.url()).toContain("at=2.3");
});

test("a participant is renamed everywhere", async () => {
  const { page } = await site.open(shipped, { reducedMotion: "reduce" });
  await newChapter(page);
  await page.getByRole("button", { name: "Rename a participant" }).click();
  await page.getByLabel("Participant", { exact: true }).selectOption("GW");
  const dialog = page.getByRole("dialog", { name: "Rename a participant" });
  const box = async () => (await dialog.boundingBox()) ?? { y: 0, height: 0 };
  const before = await box();
  await page.getByLabel("New name").fill("Front");
  await page.getByLabel("New label, as the stage shows it").fill("Front door");
  await page.getByRole("checkbox", { name: /Where the prose says it/ }).waitFor();
  // Places have come into it, and it stands where it stood.
  expect((await box()).height).toBeGreaterThan(before.height);
  expect((await box()).y).toBe(before.y);
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect.poll(() => editor(page).innerText()).toContain("Front->>DB: SELECT tasks");
  expect(await editor(page).innerText()).toContain("503 from the front door");
  expect(await editor(page).innerText()).not.toMatch(/GW|Gateway/);
  await editor(page).press("Control+z");
  await expect.poll(() => editor(page).innerText()).not.toContain("Front");
});

test("the text of a chapter that was begun, or taken over from another tab, has the focus", async () => {
  const { page, context } = await site.open();
  await page.getByRole("button", { name: "Write a new chapter" }).click();
  const hasFocus = (one: Page) => editor(one).evaluate((text) => text.matches(":focus"));
  await expect.poll(() => hasFocus(page).catch(() => false)).toBe(true);
  await page.keyboard.type("First ");
  await expect.poll(() => editor(page).innerText()).toMatch(/^First # A request/);
  await page.getByRole("button", { name: "New chapter" }).press("Enter");
  await expect.poll(() => editor(page).innerText()).toMatch(/^# A request/);
  await page.keyboard.type("Second ");
  await expect.poll(() => editor(page).innerText()).toMatch(/^Second # A request/);

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Take over" }).press("Enter");
  await other.getByRole("button", { name: "Take over" }).waitFor({ state: "detached" });
  await other.keyboard.type("Third ");
  await expect.poll(() => editor(other).innerText()).toMatch(/^Third Second #/);
});

test("F2 and a name are enough to rename who stands at the cursor", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await page.locator(".cm-line", { hasText: "SELECT tasks" }).first().click();
  await page.keyboard.press("Home");
  await page.keyboard.press("F2");
  const dialog = page.getByRole("dialog", { name: "Rename a participant" });
  await dialog.waitFor();
  await page.keyboard.type("Front");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.type("%% ");
  await expect.poll(() => editor(page).innerText()).toContain("%% Front->>DB: SELECT");
});

test("on a tablet of Apple's the list of completions is not cut off where the editor ends", async () => {
  const { page } = await site.open("favicon.svg");
  // By these CodeMirror knows it, and places its lists within the editor's own box.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "vendor", { value: "Apple Computer, Inc." });
    Object.defineProperty(navigator, "maxTouchPoints", { value: 5 });
  });
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(site.address() + shipped);
  await editor(page).locator(".cm-line").nth(20).click();
  await page.keyboard.press("End");
  await page.keyboard.type("\n%% @");
  const list = page.locator(".cm-tooltip-autocomplete");
  await list.waitFor();
  expect(await list.evaluate((element) => getComputedStyle(element).position)).toBe("absolute");
  const help = page.locator(".cm-completionInfo");
  const whole = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const corners = [left + 3, right - 3].flatMap((x) => [top + 3, bottom - 3].map((y) => [x, y] as const));
    const root = element.getRootNode() as ShadowRoot;
    return corners.every(([x, y]) => element.contains(root.elementFromPoint(x, y)));
  };
  expect(await list.evaluate(whole)).toBe(true);
  expect(await help.evaluate(whole)).toBe(true);
});

test("directives are completed", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await typeAfter(page, "SELECT tasks", "\n%% @tim");
  const option = page.getByRole("option", { name: /@timeout/ });
  await option.waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await page.keyboard.type("7 s");
  await expect.poll(() => editor(page).innerText()).toContain("%% @timeout 7 s");
});

test("who sends and whom a note is about are completed, in any script", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await typeAfter(page, "SELECT tasks", "\nNote over ");
  await page.getByRole("option", { name: /^GW/ }).waitFor();
  await page.keyboard.type("DB: busy\n");
  await page.keyboard.insertText("participant 网关");
  await page.keyboard.type("\n");
  await expect.poll(() => stage(page).innerText()).toContain("网关");
  await page.keyboard.insertText("网");
  await page.getByRole("option", { name: "网关" }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await page.keyboard.type("->>GW: hi");
  await expect.poll(() => editor(page).innerText()).toContain("网关->>GW: hi");
});

test("front matter is completed with the chapter's own names, and its keys are explained", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("---\nlayers: {}\n---\n\n");
  await page.locator(".cm-line", { hasText: "layers: {}" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("gateway: { participants: [");
  // On a busy machine the keys come faster than the chapter is read: then nothing is offered until it is asked for.
  const offered = page.getByRole("option", { name: /^GW/ });
  await expect
    .poll(async () => {
      if ((await offered.count()) === 0) await page.keyboard.press("Control+Space");
      return offered.count();
    })
    .toBe(1);
  await page.keyboard.type("G");
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect.poll(() => editor(page).innerText()).toContain("participants: [GW]");
  await page.locator(".cm-line", { hasText: "layers: {" }).hover({ position: { x: 30, y: 10 } });
  await expect.poll(() => page.locator(".cm-help").innerText()).toContain("parts that can fail");
});

test("on a phone the help of what is offered does not cover the offers", async () => {
  const { page } = await site.open(shipped, { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "New chapter" }).click();
  await expect.poll(() => editor(page).innerText()).toContain("A request, end to end");
  await typeAfter(page, "sequenceDiagram", "\n%% @");
  const box = async (what: Locator) => (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const isClear = async () => {
    const list = await box(page.getByRole("listbox"));
    const help = await box(page.locator(".cm-completionInfo"));
    const apart = help.y >= list.y + list.height - 1 || help.y + help.height <= list.y + 1;
    return help.height > 0 && apart && Math.max(list.x + list.width, help.x + help.width) <= 390;
  };
  await expect.poll(isClear).toBe(true);
});

/** Types at the text's start, once it may be typed into. */
async function typeFirst(page: Page, typed: string, said = "User creates a task"): Promise<void> {
  await expect.poll(() => editor(page).innerText()).toContain(said);
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(typed);
}

test("the panel of problems speaks as the page does", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  await editor(page).press("Control+Shift+M");
  await expect.poll(() => page.getByRole("listbox", { name: "Problems" }).innerText()).toContain("Nothing to mend");
});

test("the panel for finding stands in whole rows at every width", async () => {
  const { page } = await site.open(shipped);
  await expect.poll(() => editor(page).innerText()).toContain("Hop 1");
  await page.getByRole("button", { name: "Find in the text" }).click();
  const words = page.getByLabel("Find", { exact: true });
  // So many hits take the most room to be said.
  await words.fill(".");
  await page.getByLabel("Regex").check();
  await page.getByText("over 1,000 found").waitFor();
  const tops = (selector: string) =>
    page.locator(`.cm-search > ${selector}`).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  // On a phone by itself, at half of a laptop's window, where both halves are wide, and alone there.
  for (const width of [320, 390, 640, 800, 1280, 1440, 1600, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const rows = [
      await tops("button.cm-button:not([name^=replace])"),
      await tops("label"),
      await tops("[name^=replace]"),
    ];
    expect(rows.map((row) => [row.length, Math.max(...row) - Math.min(...row)])).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ]);
    const over = await page.locator(".cm-search").evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(over).toBe(0);
  }
});

test("the panel for finding stays as it is while the text comes, and when another file is shown", async () => {
  const { page } = await site.open();
  let send = () => {};
  const asked = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/create-task\.md/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(`${site.address()}${shipped}`);
  await page.getByRole("button", { name: "Find in the text" }).click();
  await page.keyboard.type("Redis");
  await page.keyboard.press("ArrowLeft");
  send();
  // The text can be written by now, so that there is something to replace, too.
  await page.getByLabel("Replace", { exact: true }).fill("Valkey");
  const words = page.getByLabel("Find", { exact: true });
  await words.focus();
  await page.keyboard.type("/");
  expect(await words.inputValue()).toBe("Redi/s");
  await page.keyboard.press("Backspace");
  await page.getByText(/^\d+ found$/).waitFor();

  const file = page.getByLabel("File", { exact: true });
  await file.focus();
  await file.selectOption("honeydue/index.md");
  await expect.poll(() => editor(page).getAttribute("aria-label")).toContain("index.md");
  await page.getByText(/^\d+ found$/).waitFor();
  expect(await words.inputValue()).toBe("Redis");
  expect(await page.getByLabel("Replace", { exact: true }).inputValue()).toBe("Valkey");
  expect(await file.evaluate((one) => one === document.activeElement)).toBe(true);
});

test("a page that dies keeps what was typed", async () => {
  const { page, context } = await site.open(shipped);
  await typeFirst(page, "before the crash ");
  await expect.poll(() => page.url()).toContain("draft/");
  const address = page.url();
  const gone = page.waitForEvent("crash");
  page.goto("chrome://crash").catch(() => undefined);
  await gone;
  const next = await context.newPage();
  await next.goto(address);
  await expect.poll(() => editor(next).innerText(), { timeout: 5000 }).toContain("before the crash");
});

/** Puts records into the drafts' database as they are, and tells the keys that are there in the end. */
function putRecords(page: Page, store: string, records: readonly object[]): Promise<string[]> {
  return page.evaluate(
    async ([name, all]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await done(indexedDB.open("hopwise"));
      const kept = db.transaction(name, "readwrite").objectStore(name);
      for (const record of all) await done(kept.put(record));
      const keys = await done(kept.getAllKeys());
      db.close();
      return keys.map(String);
    },
    [store, records] as const,
  );
}

test("stored drafts that cannot be read are not offered, open with words, and stay where they are", async () => {
  const { page } = await site.open(shipped);
  await newChapter(page);
  const files = [{ file: "a.md", text: "# A good one\n\n```mermaid\nsequenceDiagram\n  A->>B: kept\n```\n" }];
  const origin = "honeydue/create-task";
  const good = { id: "draft/good", title: "A good one", origin, file: "a.md", files, changed: 5 };
  const junk = [
    { id: "draft/bare" },
    ...[
      { title: undefined },
      { files: { "a.md": "# A" } },
      { files: [{ file: "a.md" }] },
      { files: [] },
      { file: "b.md" },
      { changed: "yesterday" },
      { changed: Number.POSITIVE_INFINITY },
    ].map((wrong, n) => ({ ...good, id: `draft/junk-${n}`, changed: 8e12 - n, ...wrong })),
    { ...good, id: 7, changed: 9e12 },
  ];
  await putRecords(page, "drafts", [good, ...junk]);
  const version = { id: "v1", draft: good.id, at: 1, why: "Long ago", files: [{ file: "a.md", text: "# Old" }] };
  await putRecords(page, "versions", [version, { id: "v2", draft: good.id }, { ...version, id: "v3", files: null }]);
  await page.evaluate(() => {
    localStorage.setItem("hopwise/draft-copy/draft/torn", '{"id":"draft/torn","title":"To');
    localStorage.setItem("hopwise/draft-copy/draft/null", "null");
  });

  await page.goto(`${site.address()}?v=1&chapter=draft/junk-1&view=write`);
  await page.getByRole("heading", { name: "This chapter is not in this browser" }).waitFor();
  await page.goto(`${site.address()}${shipped}`);
  await page.getByRole("button", { name: "Go on with the draft" }).click();
  // Its versions are those that can be read, and a new one thins them.
  await typeFirst(page, "x", "A->>B: kept");
  await page.getByRole("button", { name: "Versions" }).click();
  const versions = page.locator(".write-versions li");
  await expect.poll(() => versions.allInnerTexts()).toHaveLength(2);
  expect((await versions.allInnerTexts()).join()).toContain("Long ago");
  expect(await putRecords(page, "drafts", [])).toEqual(expect.arrayContaining(junk.map(({ id }) => `${id}`)));
  expect(await putRecords(page, "versions", [])).toEqual(expect.arrayContaining(["v1", "v2", "v3"]));
});

test("a database that refuses is stood in for by the small store", async () => {
  const { page } = await site.open();
  await page.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }");
  await page.goto(`${site.address()}${shipped}`);
  await typeFirst(page, "kept elsewhere ");
  await expect.poll(() => page.url()).toContain("draft/");
  await page.reload();
  await expect.poll(() => editor(page).innerText(), { timeout: 5000 }).toContain("kept elsewhere");
});

test("a full device is said, and the text can still be downloaded", async () => {
  const { page } = await site.open();
  await page.addInitScript(`
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  `);
  await page.goto(`${site.address()}${shipped}`);
  await typeFirst(page, "no room for this ");
  const banner = page.getByRole("alert").filter({ hasText: "no room for your text" });
  await banner.waitFor();
  const saved = page.waitForEvent("download");
  await banner.getByRole("button", { name: "Download" }).click();
  expect((await saved).suggestedFilename()).toBe("create-task.md");
});

test("where the browser really has no room, the text goes into the small store, and when that is full this is said", async () => {
  const { page, context } = await site.open();
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto(`${site.address()}${shipped}`);
  await typeFirst(page, "first ");
  await expect.poll(() => page.locator(".write-status").innerText()).toContain("kept in this browser");
  // Of what the database took, no copy would be left there.
  const copies = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(await copies()).toContain("first ");
  await page.reload();
  await expect.poll(() => editor(page).innerText()).toContain("first ");
  expect(await copies()).toContain("first ");
  // Five megabytes, the last letter of it: now there is no room anywhere.
  await page.evaluate(() => {
    for (const size of [1_000_000, 10_000, 100, 1])
      for (let n = 0; n < 600; n += 1) {
        try {
          localStorage.setItem(`filler/${size}/${n}`, "x".repeat(size));
        } catch {
          break;
        }
      }
  });
  await typeFirst(page, "second and longer ", "first");
  await page.getByRole("alert").filter({ hasText: "no room for your text" }).waitFor();
  expect(await editor(page).innerText()).toContain("second and longer first");
});

test("where nothing may be stored, a new chapter is at no time said to be kept, and the warning stays", async () => {
  const { page } = await site.open();
  await page.addInitScript(`
    const forbidden = { get() { throw new DOMException("forbidden", "SecurityError"); } };
    for (const name of ["indexedDB", "localStorage"]) Object.defineProperty(window, name, forbidden);
    window.said = [];
    new MutationObserver(() => {
      const status = document.querySelector(".write-status")?.innerText.split("\\n")[0] ?? "";
      const warned = document.querySelector(".write-banner[data-tone=bad]") !== null;
      const now = status.replace(/^Draft.* · /, "") + (warned ? ", warned" : "");
      if (location.search.includes("draft") && said.at(-1) !== now) said.push(now);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  `);
  await page.goto(`${site.address()}${shipped}`);
  await newChapter(page);
  const warned = page.getByRole("alert").filter({ hasText: "no room for your text" });
  await warned.waitFor();
  await typeAfter(page, "SELECT tasks", " and owners");
  await expect.poll(() => stage(page).innerText()).toContain("SELECT tasks and owners");
  const said: string[] = await page.evaluate("said");
  expect(said.filter((one) => one.includes("kept in"))).toEqual([]);
  // Not once a key: it would blink and push the text about.
  expect(said.filter((one) => one === "not kept, warned")).toHaveLength(1);
});

test("a link to a message opens the text at its line, and the page stays still", async () => {
  const { page } = await site.open(`${shipped}&at=5.3`);
  const line = page.locator(".cm-line", { hasText: "API->>KP: TCP :6379" });
  await line.waitFor();
  await expect.poll(() => isInWindow(line)).toBe(true);
  expect(await isInWindow(page.getByRole("navigation", { name: "Views" }))).toBe(true);
  expect(await isInWindow(stage(page))).toBe(true);
  const over = await page.evaluate("document.documentElement.scrollHeight - innerHeight");
  expect(over).toBe(0);
});

/** Is all of it to be seen, without scrolling the page? */
async function isInWindow(what: Locator): Promise<boolean> {
  const box = await what.boundingBox();
  const height = what.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

test.each(["light", "dark"])("anyone can write, %s", async (theme) => {
  const { page } = await site.open(`${shipped}&theme=${theme}`);
  await expect.poll(() => editor(page).innerText()).toContain("Hop 1");
  await stage(page).waitFor();
  await page.waitForTimeout(300);
  expect(await findBarriers(page)).toEqual([]);
});
