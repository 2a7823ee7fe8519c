import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();
const base = "https://docs.example/flows/";
const fence = (line: string) => `\`\`\`mermaid\nsequenceDiagram\n  ${line}\n\`\`\`\n`;
const shop = `# Shop

## Order

To [the answer](#hop-2--answer), to [its own kitchen](kitchen.md#hop-2--cook), to [nothing](kitchen.md#nobody).

### Hop 1 — Ask

${fence("Guest->>Waiter: soup?")}
### Hop 2 — Answer

${fence("Waiter-->>Guest: gladly")}`;
const kitchen = `# Kitchen

## Clean

${fence("Cook->>Sink: wash")}
## Prepare

### Hop 1 — Chop

${fence("Cook->>Board: chop")}
### Hop 2 — Cook

${fence("Cook->>Stove: boil")}`;

const at = (page: Page) => new URL(page.url()).search.replace(base, "");

test("a fragment in a chapter's notes leads to the hop it names, in the chapter and beside it", async () => {
  const { page } = await site.open();
  await page.route(`${base}*`, (route) =>
    route.fulfill({
      body: route.request().url().includes("kitchen") ? kitchen : shop,
      contentType: "text/plain",
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  await page.goto(`${site.address()}?v=1&src=${base}shop.md`);
  await page.getByRole("link", { name: "the answer" }).click();
  await page.getByRole("heading", { name: "Answer", exact: true }).waitFor();
  await expect.poll(() => at(page)).toContain("src=shop.md&at=2.1");
  await page.getByText("The scenario's notes").click();
  await page.getByRole("link", { name: "its own kitchen" }).click();
  await page.getByRole("heading", { name: "Cook", exact: true }).waitFor();
  await expect.poll(() => at(page)).toContain("src=kitchen.md&scenario=prepare&at=2.1");
  // In one step, that back undoes.
  await page.goBack();
  await page.getByText("The scenario's notes").click();
  await page.getByRole("link", { name: "nothing" }).click();
  await expect.poll(() => at(page)).toContain("src=kitchen.md&scenario=clean");
  expect(await page.locator(".notices").innerText()).toBe("");
});

test("a chapter's pictures come from beside it, no other is fetched, and where there is none words say so", async () => {
  const { page } = await site.open();
  const text = `# Map\n\n![The map](map.svg) ![A pixel](https://other.example/pixel.png)\n\n${fence("A->>B: go")}`;
  const headers = { "access-control-allow-origin": "*" };
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';
  await page.route(`${base}*`, async (route) => {
    const isPicture = route.request().url() === `${base}map.svg`;
    if (isPicture) expect(await route.request().headerValue("referer")).toBeNull();
    const body = isPicture ? picture : text;
    return route.fulfill({ body, contentType: isPicture ? "image/svg+xml" : "text/plain", headers });
  });
  await page.goto(`${site.address()}?v=1&src=${base}map.md`);
  const map = page.getByRole("img", { name: "The map" });
  await expect.poll(() => map.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(30);
  expect(await page.getByRole("link", { name: "Image: A pixel" }).getAttribute("href")).toContain("other.example");

  // A draft of it has them, too: where it is written, and after a reload where it is played.
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Write" }).click();
  await page.locator(".cm-line", { hasText: "A->>B: go" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("es");
  await page.getByRole("button", { name: "Notes", exact: true }).click();
  await expect.poll(() => page.url()).toContain("draft/");
  await page.locator(".notes-more > summary").first().click();
  await expect.poll(() => map.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(30);
  await page.goto(page.url().replace("view=write", "view=walk"));
  await page.locator(".notes-more > summary").first().click();
  await expect.poll(() => map.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(30);

  await page.goto(site.address());
  await page
    .locator('input[type="file"]:not([data-folder])')
    .setInputFiles({ name: "map.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page.getByText("Image: The map (it is not in the chapter)").waitFor();
});
