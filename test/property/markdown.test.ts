import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/chapter/markdown/parse-markdown.ts";
import { judgeMarkdown, viewMarkdown } from "../fixtures/judge-markdown.ts";

const root = join(import.meta.dirname, "..", "..");

/** Every Markdown file of this repo, and the read-me of every package it uses: what people really write. */
const files = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/README.md"],
  ...["scenarios", "test/fixtures", "test/golden"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  ),
  ...readdirSync(join(root, "node_modules"), { withFileTypes: true }).flatMap(({ name }) => {
    const found = name.startsWith(".") ? [] : readdirSync(join(root, "node_modules", name));
    return found.filter((file) => /^readme\.md$/i.test(file)).map((file) => join("node_modules", name, file));
  }),
];

const blocks = [
  "- ",
  "* ",
  "1. ",
  "2) ",
  "> ",
  ">",
  "  ",
  "    ",
  "\t",
  " ",
  "a",
  "b c",
  "# ",
  "## x",
  "```",
  "~~~",
  "```js x",
  "---",
  "===",
  "***",
  "| a | b |\n",
  "| - | - |",
  "|",
  "a \\| b",
  "- | -",
  "<div>",
  "</div>",
  "<!-- x",
  "-->",
  "<b>",
  "[a]: /u",
  "[a]: <b> 't'",
  "[a]",
  "[^1]: ",
  "[^1]",
  "\n",
  "\n\n",
  "\\",
  "`",
  "x  ",
  ":--",
  "- [ ] t",
  "- [x] u",
  "10. ",
  "+",
];
const words = [
  "*",
  "**",
  "_",
  "__",
  "***",
  "~~",
  "~",
  "a",
  "b ",
  " c",
  ".",
  "!",
  "`",
  "``",
  "[",
  "]",
  "(",
  ")",
  "[a]",
  "(/u)",
  "(/u 't')",
  "![",
  "](x)",
  "](<y z>)",
  "\\*",
  "\\",
  "&amp;",
  "&#35;",
  "&x;",
  "<b>",
  "</b>",
  "<!-- c -->",
  "<http://x.y>",
  "<a@b.c>",
  "  \n",
  "\n",
  "é",
  "“",
  "€",
  "[^1]",
  "|",
  '"',
  "'",
  "][a]",
  "[]",
];
/** A marker without an item behind it, of which remark and CommonMark think differently behind indented code. */
const bareMarker = /^(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*(?:[-+*]|\d+[.)])[ \t]*$/m;

const soup = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""));

const expectSame = (text: string): void => {
  expect(viewMarkdown(parseMarkdown(text))).toEqual(judgeMarkdown(text));
};

describe("our reader of Markdown", () => {
  it.each(files)("reads %s as remark does", (file) => {
    expectSame(readFileSync(join(root, file), "utf8"));
  });

  // Three in a thousand are remark's own way: an item right behind indented code, a comment that a list's end cuts off,
  // an address behind a backslash. There we read what CommonMark says.
  it.each([
    ["blocks", blocks, ""],
    ["words in a line", words, "\n\n[a]: /u\n[^1]: note\n"],
  ])("reads any %s as remark does", (_, pieces, behind) => {
    const texts = fc.sample(soup(pieces), { seed: 1, numRuns: 4_000 }).map((text) => text + behind);
    const meant = texts.filter((text) => !bareMarker.test(text));
    const others = meant.filter((text) => !isDeepStrictEqual(viewMarkdown(parseMarkdown(text)), judgeMarkdown(text)));
    expect(
      others.length / meant.length,
      others
        .slice(0, 3)
        .map((text) => JSON.stringify(text))
        .join("\n"),
    ).toBeLessThan(0.003);
  });

  it.each([
    "see www.example.org, or (https://example.org/a_(b)).",
    "http://localhost:5173/?a=b&c=d and a@b.example, not a@b.c1 or éhttp",
    "https://example.org/_a_*b* goes on **over marks**",
    "[in a link https://example.org](/u)",
    "---\ntitle: x\n---\n# After front matter",
    "---\ntitle: x\n\n# Front matter that nothing closes",
    "---\n---\n",
  ])("reads %j as remark does", expectSame);

  it("counts a byte order mark, which is in the text but no part of it", () => {
    const [heading] = parseMarkdown("\uFEFF# A").children;
    expect(heading?.position).toMatchObject({ start: { line: 1, offset: 1 }, end: { offset: 4 } });
  });

  // Each is some 400 kB that a reader with a loop within a loop would be at for minutes; the test's own limit is the judge.
  it.each(
    Object.entries({
      stars: "*a_b~c ".repeat(60_000),
      brackets: "[".repeat(200_000) + "[a](b)".repeat(40_000),
      nested: "[".repeat(100_000) + "]".repeat(100_000),
      blanks: `    a${"\n".repeat(400_000)}    b`,
      targets: '[a](<b "'.repeat(50_000),
      ticks: Array.from({ length: 900 }, (_, i) => "`".repeat(i + 1)).join("a"),
      comments: "<!-- <? <![CDATA[ <!A ".repeat(20_000),
      tags: "<a b='".repeat(70_000),
      definitions: "[a]: b\n".repeat(60_000),
      lines: "word  word\n".repeat(40_000),
      quotations: "> a\n".repeat(100_000),
      steps: Array.from({ length: 600 }, (_, i) => `${" ".repeat(i * 2)}- a`).join("\n"),
      pipes: `${"|a".repeat(50_000)}\n${"|-".repeat(50_000)}\n`,
      address: `http://a.example/${")".repeat(200_000)}`,
      entities: "&a".repeat(200_000),
      spaces: `a${" ".repeat(400_000)}b`,
    }),
  )("is not held up by %s", (_, text) => {
    expect(parseMarkdown(text).children.length).toBeGreaterThan(0);
  });
});
