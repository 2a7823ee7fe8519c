import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printHeaders } from "../../../src/site/headers.ts";

const root = join(import.meta.dirname, "../../..");
const recipes = readFileSync(join(root, "scenarios/RECIPES.md"), "utf8");
const read = (...path: string[]) => readFileSync(join(root, "test/recipes", ...path), "utf8");

/** Code that follows a line that begins with a file's name. */
const shownIn = (text: string) =>
  [...text.matchAll(/(?:^|\n)(?:[^`\n]*, )?`([^`\n]+\.\w+)`[^\n]*:\n\n```\w+\n([\s\S]*?)```\n/g)].map(
    ([, file = "", code = ""]) => ({ file, code }),
  );

const [, docs = ""] = /\n## In the docs you have\n([\s\S]*?)\n## /.exec(recipes) ?? [];
const [general = "", ...sections] = docs.split("\n### ");

/** What every site has, and what a recipe has no need to show. */
const unsaid = /^(?:package(?:-lock)?\.json|.*flow\.css)$/;
/** What a site of this kind has before a flow comes into it. */
const alreadyThere: Record<string, readonly string[]> = { react: ["index.html", "src/main.jsx", "vite.config.js"] };

test("the style sheet is the one that every tried site has", () => {
  const [sheet] = shownIn(general);
  expect(sheet?.code).toContain("hopwise-flow:not(:defined)");
  const files = readdirSync(join(root, "test/recipes"), { recursive: true, encoding: "utf8" });
  const sheets = files.filter((file) => file.endsWith("flow.css"));
  expect(sheets.length).toBeGreaterThan(5);
  for (const file of sheets) expect(read(file), file).toBe(sheet?.code);
});

test.each(sections.map((section) => section.split("\n", 1)[0] ?? ""))("%s: the recipe is the tried site", (title) => {
  const folder = title.toLowerCase().replaceAll(" ", "-");
  const shown = shownIn(sections.find((section) => section.startsWith(title)) ?? "");
  for (const { file, code } of shown) expect(code, file).toBe(read(folder, file));
  const entries = readdirSync(join(root, "test/recipes", folder), { recursive: true, withFileTypes: true });
  const there = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "test/recipes", folder).length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !unsaid.test(file) && !alreadyThere[folder]?.includes(file));
  expect(shown.map(({ file }) => file).sort()).toEqual(there.sort());
});

test("six kinds of sites have a recipe", () => {
  expect(sections.map((section) => section.split("\n", 1)[0])).toEqual([
    "Plain HTML",
    "VitePress",
    "Docusaurus",
    "Eleventy",
    "MkDocs Material",
    "React",
  ]);
});

test.each(["nginx", "caddy"])("the headers for %s say what the built _headers say", (server) => {
  const code = [...recipes.matchAll(new RegExp(`\`\`\`${server}\\n([\\s\\S]*?)\`\`\``, "g"))]
    .map((match) => match[1])
    .join("\n");
  const pages = ["index.html", "embed.html"].map((page) => ({ page, policy: "default-src 'self'" }));
  const [, ...rules] = printHeaders(pages, { path: "/docs/flows/" }).split("\n/docs/flows/");
  expect(rules.length).toBeGreaterThan(8);
  for (const rule of rules) {
    const [address = "", ...headers] = rule.trim().split(/\n\s*/);
    for (const header of headers) {
      const [, name = "", value = ""] = /^([\w-]+): (.*)$/.exec(header) ?? [];
      // The page's head states the rest of its policy.
      expect(code, header).toContain(name);
      expect(code, header).toContain(name === "Content-Security-Policy" ? value.replace(/^.*; /, "") : value);
    }
    const folder = /^(\w+)\/\*$/.exec(address)?.[1] ?? "";
    const lineOf = (what: RegExp) =>
      code
        .split("\n")
        .filter((line) => what.test(line))
        .join("\n");
    const open = /assets.*chapters/;
    if (headers.some((header) => header.startsWith("Access-Control"))) expect(lineOf(open), address).toContain(folder);
    if (headers.some((header) => header.includes("immutable"))) expect(lineOf(/assets/), address).toContain(folder);
  }
});

test("that a file is missing is never kept: nginx keeps what it answers well, Caddy what is on the disk", () => {
  expect(recipes).toContain("add_header Cache-Control $flows_kept;\n");
  expect(recipes).toMatch(/@kept \{\n {2}path [^\n]*\n {2}file\n\}/);
});
