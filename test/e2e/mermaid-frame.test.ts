import type { Frame, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";

const stand = standOnBuiltSite();

async function openDrawing(page: Page): Promise<Frame> {
  await page.getByRole("button", { name: "Mermaid", exact: true }).click();
  await page.locator(".mermaid-stage [data-drawn]").waitFor({ timeout: 45_000 });
  const frame = page.frames().find((one) => one.url().endsWith("/mermaid-frame.html"));
  if (!frame) throw new Error("there is no frame");
  return frame;
}

/** The current message's words, as the frame shows them. */
const current = (frame: Frame) => frame.locator('[data-current="text"]').allTextContents();

test("Mermaid draws the run in a frame that reaches nothing; the current message moves along, the theme follows", async () => {
  const { page } = await stand.open("?v=1&chapter=honeydue/create-task&at=1.2&theme=light");
  const frame = await openDrawing(page);
  expect(await frame.locator('[data-current="line"]').count()).toBe(1);
  const before = await current(frame);
  expect(before.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Next message" }).click();
  await expect.poll(() => current(frame)).not.toEqual(before);
  expect(await frame.locator('[data-current="line"]').count()).toBe(1);

  // A frame without an origin: neither the page around it nor its storage is there for it, nor a way out.
  const reach = await frame.evaluate(() => {
    const attempt = (work: () => unknown): string => {
      try {
        work();
        return "reached";
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      origin: window.origin,
      parent: attempt(() => parent.document.title),
      storage: attempt(() => localStorage.length),
    };
  });
  expect(reach).toEqual({ origin: "null", parent: "SecurityError", storage: "SecurityError" });

  // A stranger's messages change nothing, on either side.
  const width = await frame.evaluate(() => document.querySelector("svg")?.style.width);
  await page.evaluate(() => {
    for (const kind of ["ready", "drawn", "refused"])
      postMessage({ protocol: "hopwise-mermaid/1", kind, id: 1, width: 1, height: 1, reason: "attacked" }, "*");
  });
  await frame.evaluate(() => postMessage({ protocol: "hopwise-mermaid/1", kind: "zoom", zoom: 8 }, "*"));
  await page.getByRole("button", { name: "Larger" }).click();
  await expect.poll(() => frame.evaluate(() => document.querySelector("svg")?.style.width)).not.toBe(width);
  expect(Number.parseFloat((await frame.evaluate(() => document.querySelector("svg")?.style.width)) ?? "")).toBeCloseTo(
    Number.parseFloat(width ?? "") * 1.25,
    0,
  );
  expect(await page.getByText("attacked").count()).toBe(0);

  const drawing = await frame.locator("svg").getAttribute("id");
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect.poll(() => frame.locator("svg").getAttribute("id")).not.toBe(drawing);
});

test("the link says who draws, and leads back to the current message of Mermaid's drawing", async () => {
  const { page } = await stand.open("?v=1&chapter=honeydue/create-task&at=5.3");
  await openDrawing(page);
  await expect.poll(() => page.url()).toContain("drawn=mermaid");
  await page.reload();
  const now = page.locator("iframe").contentFrame().locator('[data-current="line"]');
  const isInView = (line: Element) => {
    const { top } = line.getBoundingClientRect();
    return top > 0 && top < innerHeight;
  };
  await expect.poll(() => now.evaluate(isInView)).toBe(true);
  await page.getByRole("button", { name: "To scale" }).click();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await expect.poll(() => page.url()).not.toContain("drawn=");
});

test("without a network Mermaid is missed in words, and draws as soon as there is one", async () => {
  const { page, context, complaints } = await stand.open("?v=1&chapter=honeydue/create-task&at=1.2");
  await openDrawing(page);
  await page.getByRole("button", { name: "To scale" }).click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Mermaid", exact: true }).click();
  const words = page.getByText("Mermaid did not come, so this run is not drawn.");
  await words.waitFor({ timeout: 10_000 });
  await context.setOffline(false);
  await page.locator(".mermaid-stage [data-drawn]").waitFor({ timeout: 45_000 });
  expect(await words.count()).toBe(0);
  // The browser itself complains of the page it could not fetch, and of nothing else.
  for (const complaint of complaints.splice(0)) expect(complaint).toContain("ERR_INTERNET_DISCONNECTED");
});

test("what Mermaid does not read is said, and the last drawing stays; hostile text does nothing and calls nobody", async () => {
  const { page } = await stand.open("?v=1&chapter=honeydue/create-task");
  const frame = await openDrawing(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.frame() === frame) asked.push(request.url());
  });
  // The page's own way to the frame, with texts that no run of ours would give.
  const draw = (id: number, text: string) =>
    page.evaluate(
      ({ id, text }) =>
        new Promise<string>((resolve) => {
          const target = document.querySelector<HTMLIFrameElement>(".mermaid-frame")?.contentWindow;
          const hear = ({ source, data }: MessageEvent) => {
            if (source !== target || data.id !== id) return;
            removeEventListener("message", hear);
            resolve(data.kind);
          };
          addEventListener("message", hear);
          target?.postMessage({ protocol: "hopwise-mermaid/1", kind: "draw", id, text, theme: "light" }, "*");
        }),
      { id, text },
    );
  expect(await draw(900, "sequenceDiagram\n  A->>")).toBe("refused");
  expect(await frame.locator('[data-et="message"]').count()).toBeGreaterThan(10);

  const hostile = [
    '---\nconfig:\n  themeCSS: "*{background:url(https://x.example/a)}"\n---',
    '%%{init: {"securityLevel": "loose", "fontFamily": "x;} *{background:url(https://x.example/b)}"}}%%',
    '%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}%%',
    "sequenceDiagram",
    "  participant A as <img src=x onerror=attacked=1>",
    "  link A: Home @ javascript:parent.attacked=1",
    "  A->>B: $$\\text{<img src=x onerror=attacked=1>}$$ <script>attacked=1</script>",
  ].join("\n");
  expect(await draw(901, hostile)).toBe("drawn");
  expect(
    await draw(902, 'flowchart TD\n  A["<iframe src=https://x.example>"] --> B\n  click A href "https://x.example"'),
  ).toBe("drawn");
  const state = await frame.evaluate(() => ({
    attacked: "attacked" in window || "polluted" in {},
    foreign: document.querySelectorAll("main :is(script, img, iframe, a[href], [onerror], foreignObject)").length,
  }));
  expect(state).toEqual({ attacked: false, foreign: 0 });
  expect(asked).toEqual([]);
});

test("another diagram in the notes is drawn in such a frame, when it is seen and not before, or its text stands there", async () => {
  const { page } = await stand.open();
  const frames = () => page.frames().filter((one) => one.url().endsWith("/mermaid-frame.html"));
  const text = [
    "# Notes",
    "## Hop 1\n\n```mermaid\nsequenceDiagram\n  A->>B: asks\n```\n\nSee[^1].",
    '```mermaid\nflowchart LR\n  A[<b>Phone</b>] --> B\n  click A href "https://x.example"\n```',
    "filling\n\n".repeat(200),
    "```mermaid\nflowchart LR\n  A --\n```",
    "## Words\n\n[^1]: Said at the end.",
  ].join("\n\n");
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "notes.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Next message" }).click();
  const notes = page.getByRole("complementary", { name: "Notes" });
  const diagrams = notes.locator(".note-diagram");
  await diagrams.first().locator("[data-drawn]").waitFor({ timeout: 45_000 });
  expect(frames()).toHaveLength(1);
  const drawn = await frames()[0]?.evaluate(() => ({
    text: document.querySelector("svg")?.textContent,
    links: document.querySelectorAll("a[href], foreignObject, img").length,
  }));
  expect(drawn?.text).toContain("Phone");
  expect(drawn?.links).toBe(0);

  await diagrams.last().scrollIntoViewIfNeeded();
  await diagrams.last().getByRole("alert").waitFor({ timeout: 45_000 });
  expect(await diagrams.last().locator("pre").innerText()).toContain("A --");
  // What is not drawn is not drawn large either.
  const large = (of: Locator) => of.getByRole("button", { name: "Show the diagram large" }).count();
  expect([await large(diagrams.first()), await large(diagrams.last())]).toEqual([1, 0]);
  await notes.getByRole("button", { name: "Footnote 1", exact: true }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Said at the end.");
  expect(new URL(page.url()).hash).not.toContain("note");
});
