import { expect, test } from "vitest";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();
const task = "?v=1&chapter=honeydue/create-task";

test.each([
  ["an unknown failure", `${task}&fail=gremlins`, "gremlins"],
  ["an unknown choice", `${task}&with=weather:rain`, "weather"],
  ["an unknown branch", `${task}&with=connection:lukewarm`, "lukewarm"],
  ["an unknown part", `${task}&mood=blue`, "mood"],
  ["a broken place", `${task}&at=five`, "five"],
  ["a later version", `?v=7&chapter=honeydue/create-task`, "later version"],
])("%s is dropped with a message, and the rest works", async (_what, query, word) => {
  const { page } = await site.open(query);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  await expect.poll(() => page.locator(".notices").innerText()).toContain(word);
});

test("a missing chapter says so and shows the way back", async () => {
  const { page } = await site.open("?v=1&chapter=honeydue/nowhere");
  await expect.poll(() => page.getByRole("main").innerText()).toContain("nowhere");
  await page.getByRole("button", { name: "To the library" }).click();
  await page.getByRole("link", { name: "User creates a task", exact: true }).waitFor();
});

test("a chapter that is opened elsewhere is not overwritten by a link's settings", async () => {
  const { page } = await site.open(`${task}&theme=dark`);
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.goto(`${site.address()}${task}`);
  await page.getByRole("region", { name: "Stage" }).waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).not.toBe("dark");
});

test("who goes to another view while a chapter is on its way finds it there", async () => {
  const { page } = await site.open("favicon.svg");
  const src = "https://docs.example/slow.md";
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(src, async (route) => {
    await asked;
    const body = "# Slow\n\n```mermaid\nsequenceDiagram\nA->>B: came late\n```\n";
    return route.fulfill({ body, contentType: "text/plain", headers: { "access-control-allow-origin": "*" } });
  });
  await page.goto(`${site.address()}?v=1&src=${src}`);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Write" }).click();
  answer();
  await page.locator(".cm-line", { hasText: "came late" }).waitFor();
  expect(page.url()).toContain("slow.md");
});
