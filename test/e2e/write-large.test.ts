import { expect, test } from "vitest";
import { longestTask } from "../bench/longest-task.ts";
import { standOnBuiltSite } from "./built-site.ts";

const site = standOnBuiltSite();

const diagram = "sequenceDiagram\n  participant GW as Gateway\n  GW->>DB: SELECT\n  DB-->>GW: rows";

/** A chapter whose notes name a participant so many times. */
function writeNotes(paragraphs: number): string {
  const notes = Array.from(
    { length: paragraphs },
    (_, n) => `What the Gateway does, *part ${n}*: it waits, and asks.\n`,
  );
  return `# Much to say\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${notes.join("\n")}`;
}

test("a participant of a very large chapter is renamed, and the page answers meanwhile", {
  timeout: 120_000,
}, async () => {
  const { page, context } = await site.open();
  const browser = context.browser();
  if (!browser) throw new Error("the browser has gone");
  const file = { name: "large.md", mimeType: "text/markdown", buffer: Buffer.from(writeNotes(20_000)) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.locator(".stage-row").first().waitFor();
  await page.getByRole("link", { name: "Write" }).click();
  await page.locator(".cm-line").first().waitFor();
  await page.waitForTimeout(2_000);
  const longest = await longestTask(browser, page, async () => {
    await page.getByRole("button", { name: "Rename a participant" }).click();
    await page.getByLabel("New name").fill("Front");
    await page.getByLabel("New label").fill("Front door");
    await page.getByText("A long chapter: every place is being looked for…").waitFor();
    await page.getByText("In 4 places: wherever the chapter is read").waitFor();
  });
  // Of its own time on the processor; planned in the page, it was more than a second.
  expect(longest).toBeLessThan(500);
  await page.getByText("Where the prose says it, too: 20,000 times").waitFor();
  await page.getByText("and 19,800 more").waitFor();
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  const text = page.getByRole("textbox", { name: /^Text of/ });
  await expect.poll(() => text.innerText()).toContain("Front->>DB: SELECT");
  expect(await text.innerText()).toContain("What the Front door does, *part 0*");
});
