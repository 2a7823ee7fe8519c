import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const hello = "# Mine\n\n```mermaid\nsequenceDiagram\n  A->>B: hello there\n  B-->>A: well met\n```\n";

const stage = (page: Page) => page.getByRole("region", { name: "Stage" });
const library = (page: Page) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Library" }).click();

async function openFile(page: Page, text = hello): Promise<void> {
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles({ name: "mine.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
}

test("a folder opens as one library", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hopwise-folder-"));
  mkdirSync(join(folder, "flows"));
  writeFileSync(join(folder, "flows", "index.md"), "# Our flows\n\nWhat all of them share.\n");
  writeFileSync(join(folder, "flows", "one.md"), hello);
  writeFileSync(join(folder, "flows", "two.md"), hello.replace("# Mine", "# Yours"));
  writeFileSync(join(folder, "flows", "picture.png"), "no");
  mkdirSync(join(folder, "flows", "node_modules", "theirs"), { recursive: true });
  writeFileSync(join(folder, "flows", "node_modules", "theirs", "README.md"), hello.replace("# Mine", "# Theirs"));
  const { page } = await site.open();
  await page.locator("input[data-folder]").setInputFiles(join(folder, "flows"));
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  expect(await page.getByRole("banner").innerText()).toContain("Our flows");
  expect(await page.getByRole("banner").innerText()).not.toContain("Theirs");
  rmSync(folder, { recursive: true });
});

test("beside a folder that is dropped, a picture is left out with words; within it, without", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hopwise-drop-"));
  mkdirSync(join(folder, "flows"));
  writeFileSync(join(folder, "flows", "one.md"), hello);
  writeFileSync(join(folder, "flows", "inside.png"), "\u0089PNG\r\n\0\0");
  writeFileSync(join(folder, "beside.png"), "\u0089PNG\r\n\0\0");
  const { page, context } = await site.open();
  // Who drops something sees the page before.
  await page.getByRole("button", { name: "Write a new chapter" }).waitFor();
  // As a hand does it: a page cannot make a folder of its own to be dropped.
  const devtools = await context.newCDPSession(page);
  const files = [join(folder, "flows"), join(folder, "beside.png")];
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", {
      type,
      x: 300,
      y: 300,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  }
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  await page.getByText("Left out: beside.png does not look like Markdown or Mermaid text.", { exact: true }).waitFor();
  rmSync(folder, { recursive: true });
});

test("a library says what it is when it is asked, and its links lead to its chapters", async () => {
  const { page } = await site.open();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByText("About honeyDue").click();
  const about = page.locator(".library-about");
  await about.getByRole("link", { name: "Rolling update" }).waitFor();
  expect(asked.filter((url) => /honeydue-about-[0-9a-f]{10}\.json$/.test(url))).toHaveLength(1);
  expect(await findBarriers(page)).toEqual([]);
  await about.getByRole("link", { name: "User reads the task list" }).click();
  await expect.poll(() => stage(page).innerText()).toContain("GET");
  expect(page.url()).toContain("chapter=honeydue/read-list");
  // In its notes, too, a link to a neighbour is the app's.
  await page.getByRole("link", { name: "creating a task" }).click();
  await expect.poll(() => page.url()).toContain("chapter=honeydue/create-task");
});

test("of several files, those that are no text are left out with words", async () => {
  const { page } = await site.open();
  const file = (name: string, text: string) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles([
      file("mine.md", hello),
      file("photo.md", "\u0089PNG\r\n\0\0"),
      file("page.md", "<!-- saved -->\n<!doctype html><p>hi"),
      file("empty.md", " \n"),
    ]);
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  const why = [
    "Left out: photo.md does not look like Markdown or Mermaid text.",
    "page.md is HTML. Hopwise reads the Markdown it was made from.",
    "empty.md holds no text.",
  ];
  await page.getByText(why.join(" "), { exact: true }).waitFor();
});

test("a file that is no text says so by itself; back leads to the library, and the focus to each view's heading", async () => {
  const { page } = await site.open();
  const headingHasFocus = (name: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  const pick = async (name: string, text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open files…" }).click();
    await (await chooser).setFiles({ name, mimeType: "", buffer: Buffer.from(text, "latin1") });
  };
  await pick(
    "paper.pdf",
    `%PDF-1.4\n${"1 0 obj << /Type /Page >> endobj\n".repeat(300)}${"\x93\xfa\x02\xe7".repeat(5_000)}`,
  );
  await page.getByText("paper.pdf does not look like Markdown or Mermaid text.").waitFor();
  await headingHasFocus("This is not a text file");
  expect(await page.getByRole("button", { name: "Mend it in Write" }).count()).toBe(0);
  await page.goBack();
  await headingHasFocus("When something doesn’t work, which layer failed?");
  await pick("mine.md", hello);
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  await headingHasFocus("Mine");
});

test("a file dropped on any view opens, and text without a diagram is refused with words", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task");
  await stage(page).waitFor();
  const drop = (text: string, asFile: boolean) =>
    page.evaluate(
      ([content, file]) => {
        const data = new DataTransfer();
        if (file) data.items.add(new File([content], "dropped.md", { type: "text/markdown" }));
        else data.setData("text/plain", content);
        const at = document.querySelector("main") ?? document.body;
        at.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
        at.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [text, asFile] as const,
    );
  await drop("only words", false);
  await page.getByText("The dropped text holds no sequenceDiagram").waitFor();
  await drop(hello, true);
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
});

test("a diagram pasted into nowhere opens; into a field it stays text", async () => {
  const { page } = await site.open();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const paste = (selector: string) =>
    page.evaluate(
      ([where, text]) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document
          .querySelector(where)
          ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      },
      [selector, "sequenceDiagram\n  A->>B: hello there"] as const,
    );
  await paste("input[type=search]");
  expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
  await paste("main");
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
});

test("the editor takes what is pasted into it or dragged there as text; a file dropped there is opened, and not typed", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&view=write");
  const text = page.getByRole("textbox", { name: /^Text of/ });
  await expect.poll(() => text.innerText()).toContain("User creates a task");
  const bring = (how: "paste" | "text" | "file", content: string) =>
    text.evaluate(
      (at, { how, content }) => {
        const data = new DataTransfer();
        if (how === "file") data.items.add(new File([content], "dropped.md"));
        else data.setData("text/plain", content);
        const { x, y } = at.getBoundingClientRect();
        const event = { bubbles: true, cancelable: true, composed: true, clientX: x + 60, clientY: y + 40 };
        if (how === "paste") at.dispatchEvent(new ClipboardEvent("paste", { ...event, clipboardData: data }));
        else at.dispatchEvent(new DragEvent("drop", { ...event, dataTransfer: data }));
      },
      { how, content },
    );
  await bring("paste", "sequenceDiagram pasted here");
  await expect.poll(() => text.innerText()).toContain("sequenceDiagram pasted here");
  await bring("text", "words dragged here");
  await expect.poll(() => text.innerText()).toContain("words dragged here");
  expect(await page.getByText("nothing was opened").count()).toBe(0);
  const draft = page.url();
  await bring("file", hello);
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  await page.goto(draft);
  await expect.poll(() => text.innerText()).toContain("words dragged here");
  expect(await text.innerText()).not.toContain("hello there");
});

test("5 MB pasted into the field is not put into it: it is opened, and refused with its size", async () => {
  const { page } = await site.open();
  await page.getByRole("textbox", { name: /Paste/ }).evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/plain", `# Large\n\n${"Some words of prose. ".repeat(250_000)}`);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("heading", { name: "The chapter is too large" }).waitFor();
  await page.getByText("pasted.md is 5.3 MB. Hopwise reads chapters up to 4 MB.").waitFor();
});

test("a text of many lines goes into the field in one piece; with thousands it is opened at once", async () => {
  const { page, context } = await site.open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const field = page.getByRole("textbox", { name: /Paste/ });
  const long = (lines: number) => `sequenceDiagram\n${"  %% a remark\n".repeat(lines)}  A->>B: hello there\n`;
  await field.evaluate((at) =>
    at.addEventListener("input", () => at.setAttribute("data-heard", `${at.getAttribute("data-heard") ?? ""}.`)),
  );
  await field.fill(long(500));
  expect(await field.inputValue()).toBe(long(500));
  expect(await field.getAttribute("data-heard")).toBe(".");
  await page.getByRole("button", { name: "Play it" }).click();
  await expect.poll(() => stage(page).innerText()).toContain("hello there");

  await library(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long(4_000));
  await field.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
});

test("an address on a Git host is read as its raw file; a server that refuses other pages is explained", async () => {
  const { page, complaints } = await site.open();
  const raw = "https://raw.githubusercontent.com/someone/notes/main/flows/mine.md";
  const asked: string[] = [];
  await page.route(/^https:/, (route) => {
    const url = route.request().url();
    asked.push(url);
    // Let in only by a name that is not this page's, the browser itself refuses.
    const headers = { "access-control-allow-origin": url === raw ? "*" : "https://closed.example" };
    return route.fulfill({ body: hello, contentType: "text/plain", headers });
  });
  const open = async (address: string) => {
    await page.getByRole("textbox", { name: "Read from an address" }).fill(address);
    await page.getByRole("button", { name: "Open", exact: true }).click();
  };
  await open("github.com/someone/notes/blob/main/flows/mine.md");
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  expect(asked).toEqual([raw]);
  // The address is in the link: whoever gets it reads the same file.
  await page.reload();
  await expect.poll(() => stage(page).innerText()).toContain("hello there");

  await library(page);
  await open("https://closed.example/mine.md");
  await page.getByText("its server does not let other pages read it (CORS)").waitFor();
  const said = complaints.splice(0);
  expect(said.join()).toContain("blocked by CORS policy");
  expect(said.filter((line) => !/CORS policy|ERR_FAILED/.test(line))).toEqual([]);
});

test("a link of this site, and an address in the field for text, lead where they say", async () => {
  const { page } = await site.open();
  const link = `${site.address()}?v=1&chapter=honeydue/create-task&fail=redis-down`;
  await page.getByRole("textbox", { name: "Read from an address" }).fill(link);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("status", { name: "Verdict" }).getByText("Redis is down").waitFor();

  await library(page);
  await page.route(/^https:/, (route) =>
    route.fulfill({ body: hello, headers: { "access-control-allow-origin": "*" } }),
  );
  await page.getByRole("textbox", { name: /Paste/ }).fill(" https://docs.example/mine.md\n");
  await page.getByRole("button", { name: "Play it" }).click();
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
  expect(page.url()).toContain("src=https://docs.example/mine.md");
});

test("what was opened is remembered until it is forgotten, and forgetting can be undone", async () => {
  const { page } = await site.open();
  await openFile(page);
  await library(page);
  await page.getByRole("link", { name: "Mine", exact: true }).waitFor();
  await page.getByRole("button", { name: "Forget Mine" }).click();
  await expect.poll(() => page.getByRole("link", { name: "Mine", exact: true }).count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Mine", exact: true }).click();
  await expect.poll(() => stage(page).innerText()).toContain("hello there");
});

test("whatever is pasted, and another file of the same name, stands beside what was opened before; a newer one in its place", async () => {
  const { page } = await site.open();
  const play = async (text: string) => {
    await page.getByRole("textbox", { name: /Paste/ }).fill(text);
    await page.getByRole("button", { name: "Play it" }).click();
    await stage(page).waitFor();
    await library(page);
  };
  await play("sequenceDiagram\n  A->>B: hello there");
  await play("sequenceDiagram\n  A->>B: something else");
  await play("sequenceDiagram\n  A->>B: hello there");
  for (const text of [hello, hello.replace("well met", "well"), hello.replace("# Mine", "# Yours")]) {
    await openFile(page, text);
    await library(page);
  }
  const kept = page.locator(".own-list a");
  await expect.poll(() => kept.allInnerTexts()).toEqual(["Mine", "Yours", "pasted", "pasted-2"]);
  await kept.first().click();
  await expect.poll(() => stage(page).innerText()).not.toContain("well met");
  await library(page);
  await kept.last().click();
  await expect.poll(() => stage(page).innerText()).toContain("something else");
});

test("an own chapter is shared inside the link: another browser opens it and keeps nothing until asked", async () => {
  const { page, context } = await site.open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFile(page);
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(500);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("in a part that browsers send to no server").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/at=1\.1.*#c=1\.[A-Za-z0-9_-]+$/);

  const asked: string[] = [];
  const other = await site.open();
  other.page.on("request", (request) => asked.push(request.url()));
  await other.page.goto(link);
  await expect.poll(() => stage(other.page).innerText()).toContain("hello there");
  expect(asked.every((url) => !url.includes("#c=") && !url.includes("hello"))).toBe(true);
  expect(await other.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("chapter/")))).toEqual(
    [],
  );
  expect(await findBarriers(other.page)).toEqual([]);
  // The address goes on carrying it: a reload finds it again.
  await other.page.keyboard.press("ArrowRight");
  await other.page.waitForTimeout(500);
  await other.page.reload();
  await expect.poll(() => stage(other.page).innerText()).toContain("hello there");
  await other.page.getByRole("button", { name: "Keep a copy" }).click();
  await expect.poll(() => other.page.url()).toContain("chapter=own/mine");
});

test("a link cut short says so, and the library still works", async () => {
  const { page } = await site.open("#c=1.AAAA");
  await page.getByRole("heading", { name: "The chapter in this link is damaged" }).waitFor();
  await page.getByRole("button", { name: "To the library" }).click();
  await page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
});

test("a copy of a link's chapter never takes the place of the reader's own", async () => {
  const { page, context } = await site.open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFile(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("in a part that browsers send to no server").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("button", { name: "Keep a copy" }).click();
  await expect.poll(() => page.url()).toContain("chapter=own/mine-2");
});
