import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { pageScript, pageStyle, scriptHash, styleHash } from "../../../src/export/html/page-parts.ts";
import { runHtml } from "../../../src/export/html/run-html.ts";
import { hostileWords } from "../../fixtures/hostile-words.ts";
import { sayHostile } from "../../fixtures/run-arbitrary.ts";
import { getScenario, honeydue, play } from "../../golden/honeydue.ts";

const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

it("the page's policy names its own style and script, and lets nothing else run or load", async () => {
  expect(styleHash).toBe(sha256(pageStyle));
  expect(scriptHash).toBe(sha256(pageScript));
  const scenario = getScenario("User creates a task");
  const page = await runHtml(scenario, honeydue.system, play(scenario, ["Redis down"]).trace, { spacing: "even" });
  expect(page).toContain(
    `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/\ssrc=|<link|@import|url\(/);
});

it("what a chapter says is text in it, never markup or script", async () => {
  const honest = getScenario("User creates a task");
  const { trace } = play(honest, ["Redis down"]);
  const { scenario, system } = sayHostile(honest, honeydue.system, hostileWords);
  const page = await runHtml(scenario, system, trace, { spacing: "even", address: "javascript:alert(1)" });
  const tags = new Set([...page.matchAll(/<([a-z!]+)/gi)].map(([, tag]) => tag));
  for (const tag of ["img", "iframe", "a", "foreignObject", "object"]) expect(tags).not.toContain(tag);
  expect([...page.matchAll(/<script/g)]).toHaveLength(2);
  for (const [tag] of page.matchAll(/<[^>]*>/g)) expect(tag.replace(/"[^"]*"/g, "")).not.toMatch(/\s(on\w+|style)=/);
});
