import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHopwise } from "./run-hopwise.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hopwise-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const diagram = "```mermaid\nsequenceDiagram\n  A->>B: hi\n```\n";

function put(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("a file that cannot be read is a problem of its own, and the others are read", async () => {
  put("good.md", `# Good\n\n${diagram}`);
  put("picture.md", Buffer.from([0x89, 0x50, 0, 1, 2]));
  put("latin.md", Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
  put("huge.md", "x".repeat(5 * 1024 * 1024));
  const { status, out } = await runHopwise(["check", ".", "--json"], { folder });
  expect(status).toBe(1);
  const told = JSON.parse(out).problems.filter(({ severity }: { severity: string }) => severity === "error");
  expect(told.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`).sort()).toEqual([
    "huge.md file/too-large",
    "latin.md file/not-utf-8",
    "picture.md file/not-text",
  ]);
  const outline = await runHopwise(["outline", ".", "--json"], { folder });
  expect(JSON.parse(outline.out).scenarios).toHaveLength(1);
});

test("text with a byte order mark is read by it, as Windows tools write it", async () => {
  const text = `# Grüße 👋\n\n${diagram}`;
  const wide = Buffer.from(`\ufeff${text}`, "utf16le");
  put("little.md", wide);
  put("big.md", Buffer.from(wide).swap16());
  put("marked.md", Buffer.from(`\ufeff${text}`));
  const { status, out } = await runHopwise(["outline", ".", "--json"], { folder });
  expect(status).toBe(0);
  const titles = JSON.parse(out).scenarios.map(({ title }: { title: string }) => title);
  expect(titles).toEqual(["Grüße 👋", "Grüße 👋", "Grüße 👋"]);

  // Half of a letter, and a picture that begins like a mark.
  put("little.md", wide.subarray(0, -1));
  put("big.md", Buffer.from([0xfe, 0xff, 0, 0, 0, 1]));
  const checked = await runHopwise(["check", ".", "--json"], { folder });
  const problems: { file: string; code: string }[] = JSON.parse(checked.out).problems;
  const codes = problems.filter(({ code }) => code.startsWith("file/")).map(({ file, code }) => `${file} ${code}`);
  expect(codes.sort()).toEqual(["big.md file/not-text", "little.md file/not-text"]);
});

test("index.md is read too when one chapter is given by its path", async () => {
  const index =
    "---\nlayers:\n  b: { name: B, kind: service }\nfaults:\n  b-down: { layer: b, title: B down, kind: refused }\n---\n\n# Docs\n";
  put("docs/index.md", index);
  put("docs/deep/one.md", `# One\n\n${diagram}`);
  const { out } = await runHopwise(["outline", "docs/deep/one.md", "--json"], { folder });
  expect(JSON.parse(out).faults.map(({ id }: { id: string }) => id)).toEqual(["b-down"]);
});

test("each folder with an index is a library of its own; hidden folders and loops are passed by", async () => {
  put("a/index.md", "# A\n");
  put("a/one.md", `# One\n\n${diagram}`);
  put("b/two.md", `# Two\n\n${diagram}`);
  put(".git/three.md", `# Three\n\n${diagram}`);
  put("node_modules/x/four.md", `# Four\n\n${diagram}`);
  symlinkSync(folder, join(folder, "a", "loop"));
  const { out } = await runHopwise(["outline", ".", "--json"], { folder });
  const titles = JSON.parse(out).scenarios.map(({ title }: { title: string }) => title);
  expect(titles.sort()).toEqual(["One", "Two"]);
});

test("an empty file, and one with broken front matter, are told and do no harm", async () => {
  put("empty.md", "");
  put("broken.md", `---\ntitle: [never closed\n---\n\n# Still\n\n${diagram}`);
  const { out, status } = await runHopwise(["check", ".", "--json"], { folder });
  expect(status).toBe(1);
  const { problems } = JSON.parse(out);
  const at = (name: string) => problems.filter(({ file }: { file: string }) => file === name);
  expect(at("empty.md")).not.toEqual([]);
  expect(at("broken.md")[0].line).toBeGreaterThanOrEqual(1);
});
