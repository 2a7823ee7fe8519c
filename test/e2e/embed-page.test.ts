import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();

test("the Embed page builds tag, frame and link for what the Walk view shows, each beside the thing itself", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/create-task&at=5.4&fail=redis-down&view=embed");
  const code = page.getByRole("textbox", { name: "Markup" });
  const preview = page.getByRole("region", { name: "Preview" });
  await expect.poll(() => code.inputValue()).toContain('at="5.4" fail="redis-down"');
  await expect.poll(() => code.inputValue()).toContain(`index="${site.address()}chapters/honeydue/index.md"`);
  await preview
    .getByText(/Redis is down/)
    .first()
    .waitFor();
  await page.getByRole("combobox", { name: "Controls" }).selectOption({ label: "stage alone" });
  await expect.poll(() => code.inputValue()).toContain('controls="none"');
  await expect.poll(() => preview.getByRole("group", { name: "Player" }).count()).toBe(0);
  await page.getByRole("combobox", { name: "Controls" }).selectOption({ label: "player and failures" });
  await page.getByRole("button", { name: "Frame", exact: true }).click();
  const framed = page.frameLocator("iframe");
  await framed
    .getByText(/Redis is down/)
    .first()
    .waitFor();
  await page.getByRole("checkbox", { name: /^With the place/ }).uncheck();
  await framed
    .getByText(/Everything answers/)
    .first()
    .waitFor();
  expect(await code.inputValue()).not.toContain("redis-down");
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await expect.poll(() => code.inputValue()).toMatch(/^<a href="http[^"]+chapter=honeydue\/create-task">/);
  expect(await findBarriers(page)).toEqual([]);
});

test.each([1440, 390])("nothing moves while the Embed page comes, %i px wide", async (width) => {
  const { page } = await site.open("favicon.svg");
  await page.setViewportSize({ width, height: 844 });
  await page.addInitScript(() => {
    Object.assign(globalThis, { moved: [] });
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as readonly { sources: readonly { node: Node }[] }[])
        Reflect.get(globalThis, "moved").push(...sources.map(({ node }) => (node as Element)?.className));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${site.address()}?v=1&chapter=honeydue/create-task&fail=redis-down&view=embed`);
  await page.locator("hopwise-flow").getByRole("status", { name: "Verdict" }).waitFor();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(globalThis, "moved"))).toEqual([]);
});

test("a chapter that is nowhere online stands between the component's tags, or in the frame's address", async () => {
  const { page } = await site.open("");
  const text = "sequenceDiagram\n  Shop->>Till: pay\n  Till-->>Shop: paid";
  await page.getByRole("textbox", { name: /Paste/ }).fill(text);
  await page.getByRole("button", { name: "Play it" }).click();
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("link", { name: "Embed" }).click();
  const code = page.getByRole("textbox", { name: "Markup" });
  await expect.poll(() => code.inputValue()).toContain("Shop-&gt;&gt;Till: pay");
  // A diagram by itself needs no reader of Markdown, which a chapter's markup asks for beside the script.
  expect(await code.inputValue()).not.toContain("read-markdown");
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("paid").first().waitFor();
  await page.getByRole("button", { name: "Frame", exact: true }).click();
  await expect.poll(() => code.inputValue()).toMatch(/embed\.html\?[^"]*#c=1\./);
  await page.frameLocator("iframe").getByText("paid").first().waitFor();
});

test("of several files the one that is shown stands in the markup, and nothing is asked for that it does not know", async () => {
  const { page } = await site.open("");
  const flow = (title: string) => `## ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n  Shop->>Till: ${title}\n\`\`\`\n\n`;
  const files = {
    "pay.mmd": "sequenceDiagram\n  Shop->>Till: pay\n",
    "a.md": flow("Refund"),
    "b.md": flow("Refund") + flow("Void"),
  };
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) })),
    );
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("link", { name: "Embed" }).click();
  const code = page.getByRole("textbox", { name: "Markup" });
  const picker = page.getByRole("banner").getByRole("combobox");
  const preview = page.getByRole("region", { name: "Preview" });
  for (const [title, id, said] of [
    ["Pay", "", "pay"],
    ["Void", "void", "Void"],
  ] as const) {
    await page.getByRole("link", { name: "Walk" }).click();
    await picker.selectOption({ label: title });
    await page.getByRole("link", { name: "Embed" }).click();
    await preview.getByText(said, { exact: true }).first().waitFor();
    expect((await code.inputValue()).match(/scenario="(.*?)"/)?.[1] ?? "").toBe(id);
    expect(await preview.getByText("left out").count()).toBe(0);
  }
});

test("of a long chapter's markup the field has the beginning, copying takes all, and the preview waits until it is asked for", async () => {
  const { page } = await site.open("");
  const text = `# Long\n\n\`\`\`mermaid\nsequenceDiagram\n  Shop->>Till: pay\n\`\`\`\n\n${"Some words of prose.\n\n".repeat(15_000)}`;
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await page.getByRole("link", { name: "Embed" }).click();
  const shown = await page.getByRole("textbox", { name: "Markup" }).inputValue();
  expect([shown.length, shown.at(-1)]).toEqual([20_001, "…"]);
  expect(shown).toMatch(/^<link rel="modulepreload" href="[^"]*scripts\/hopwise-flow-read-markdown\.js">\n<script/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (copied) => void Reflect.set(globalThis, "copied", copied);
  });
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const copied = () => page.evaluate(() => Reflect.get(globalThis, "copied") as string | undefined);
  await expect.poll(async () => (await copied())?.length).toBeGreaterThan(text.length);
  expect(await copied()).toMatch(/Some words of prose\.\s*<\/hopwise-flow>\s*$/);
  const preview = page.getByRole("region", { name: "Preview" });
  expect(await page.locator("hopwise-flow").count()).toBe(0);
  await preview.getByRole("button", { name: "Show the preview" }).click();
  await preview.getByText("pay").first().waitFor();
});
