import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { longestTask } from "../bench/longest-task.ts";
import { largeAttacks } from "../fixtures/attacks/large-attacks.ts";
import { siteFolder } from "./built-site.ts";
import { type Door, doors } from "./doors.ts";
import { openBrowser } from "./open-browser.ts";
import { type Site, serveSite } from "./serve.ts";
import { expectUnharmed, openTrapped } from "./trap.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite(siteFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const [file, ...others] = doors as readonly [Door, ...Door[]];
const pasted = doors.find(({ name }) => name === "the editor, pasted") ?? file;
/** Each attack as a file, and the others' turn behind it, until each door has seen one; a long line is what can be typed. */
const visits = [
  ...largeAttacks.map((attack) => ({ ...attack, door: file })),
  // What reads in the page itself, a stretch of text at a time: the editor's colouring.
  ...largeAttacks.filter(({ name }) => /quotes|figures/.test(name)).map((attack) => ({ ...attack, door: pasted })),
  ...others.map((door, n) => ({ ...(largeAttacks.at((n + 4) % largeAttacks.length) ?? largeAttacks[0]), door })),
];

test.each(visits.map((visit) => [visit.name, visit.door.name, visit] as const))(
  "%s, through %s: the page answers",
  { timeout: 120_000 },
  async (_name, _door, { text, door }) => {
    const trapped = await openTrapped(browser, site.address);
    const longest = await longestTask(browser, trapped.page, () => door.open(trapped, "large.md", text()));
    // Of its own time on the processor: what is guarded against takes ten times as long.
    expect(longest).toBeLessThan(2_500);
    await expectUnharmed(trapped);
    await trapped.close();
  },
);
