import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { elementConfig } from "../../.ci/element-config.mjs";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import type { Library } from "../../src/model/chapter.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Reader } from "../../src/session/ports/reader.ts";
import { openBrowser } from "./open-browser.ts";

const root = join(import.meta.dirname, "../..");
const made = join(root, ".cache/element-reader");
const folders = ["scenarios/honeydue", "test/fixtures/chapters", "test/fixtures/attacks"];

const words = `# Marks & names — *all* of \`them\`

| Failure | What the user sees |
| --- | --- |
| Redis &amp; **friends** down | a [page](https://example.org "&notit; &hellip;") of &CounterClockwiseContourIntegral; |

\`\`\`mermaid
sequenceDiagram
    box rebeccapurple Inside
    participant A as A #9829; #hellip; #nosuch;
    end
    box nosuchcolour Outside
    participant R as Redis
    end
    A->>R: get &lt;b&gt; #quot;x#quot;
\`\`\`
`;

let browser: Browser;

beforeAll(async () => {
  await build(elementConfig(join(root, "test/e2e/element-reader.ts"), made, "reader"));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What both readers owe: all but prose, walkthroughs, what is said besides errors, and the errors' names. */
function comparable(library: Library): unknown {
  return JSON.parse(
    JSON.stringify(library, (key, value: unknown) => {
      if (key === "notes" || key === "fix" || key === "moments") return undefined;
      if (key !== "problems" || !Array.isArray(value)) return value;
      return value.filter(({ severity }: Problem) => severity === "error").map(({ code: _, ...said }: Problem) => said);
    }),
  );
}

test("the component's reader makes of every chapter what the app's makes, on a page with Trusted Types", async () => {
  const libraries = folders.flatMap((folder) => {
    const names = readdirSync(join(root, folder)).filter((name) => /\.(?:md|mmd)$/.test(name));
    const files = names.map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));
    return [files, ...files.map((file) => [file])];
  });
  libraries.push([{ file: "words.md", text: words }]);
  expect(libraries.length).toBeGreaterThan(30);

  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const script = pathname.endsWith(".js");
    return route.fulfill({
      contentType: script ? "text/javascript" : "text/html",
      headers: { "content-security-policy": "script-src 'self'; require-trusted-types-for 'script'" },
      body: script
        ? readFileSync(join(made, pathname))
        : '<!doctype html><title>Reader</title><script type="module" src="/reader.js"></script>',
    });
  });
  await page.goto("https://reader.test/");
  for (const files of libraries) {
    const read = await page.evaluate(
      (its) => (globalThis as unknown as { reader: Reader }).reader.read("flow", its),
      files,
    );
    const names = files.map(({ file }) => file).join(", ");
    expect(comparable(read), names).toEqual(comparable(parseLibrary("flow", files)));
  }
});
