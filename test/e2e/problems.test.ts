import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";
import { findBarriers } from "./find-barriers.ts";

const site = standOnBuiltSite();
const chapter = "?v=1&chapter=honeydue/create-task";

for (const colorScheme of ["light", "dark"] as const) {
  test(`findings with their fixes, and what has no answer, ${colorScheme}`, async () => {
    const { page } = await site.open(chapter, { colorScheme, reducedMotion: "reduce" });
    await page.getByRole("button", { name: /in the chapter$/ }).click();
    const dialog = page.getByRole("dialog", { name: /things to know in the chapter/ });
    await dialog.getByRole("heading", { name: "When this fails?" }).waitFor();
    expect(await dialog.getByText("Dallas → Nuremberg").count()).toBe(1);
    await dialog.getByRole("deletion").filter({ hasText: "Total: ~220–310 ms" }).waitFor();
    expect(await dialog.getByRole("insertion").filter({ hasText: "Total: 214–347 ms" }).count()).toBe(1);
    expect(await dialog.getByText("12 of 12").count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
  });
}

test("the button that counts them says one as one", async () => {
  const { page } = await site.open();
  const text =
    "# Mine\n\n```mermaid\nsequenceDiagram\n  App->>API: hi\n```\n\n| Failure | User sees | Recovery |\n|---|---|---|\n| API down | 500 | wait |\n";
  await page.getByRole("textbox", { name: /Paste/ }).fill(text);
  await page.getByRole("button", { name: "Play it" }).click();
  await page.getByRole("button", { name: "1 thing to know in the chapter", exact: true }).waitFor();
});

test("a phone shows all of it", async () => {
  const { page } = await site.open(chapter, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await page.getByRole("button", { name: /in the chapter$/ }).click();
  await page.getByRole("dialog").getByRole("deletion").first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
