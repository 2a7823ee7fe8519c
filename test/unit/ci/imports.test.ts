import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
let copy = "";
let status: number | null = null;
let text = "";

/** Each breaks one wall on purpose. */
const broken: Record<string, string> = {
  "src/lib/reaching.ts": 'import type { Run } from "../model/run.ts";\nexport type Reaching = Run;\n',
  "src/lib/one.ts": 'import type { Two } from "./two.ts";\nexport interface One { two: Two }\n',
  "src/lib/two.ts": 'import type { One } from "./one.ts";\nexport interface Two { one: One }\n',
  "src/model/reading.ts": 'import { readFileSync } from "node:fs";\nexport const reading = readFileSync;\n',
};

// One look at a copy of the sources with all of them in it: the tool takes seconds. That the sources as they are keep to
// the table is a step of its own in `npm test`.
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "hopwise-walls-"));
  for (const name of ["src", "tsconfig.json", "package.json", ".dependency-cruiser.cjs"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const [path, content] of Object.entries(broken)) writeFileSync(join(copy, path), content);
  const program = join(root, ".ci/imports.mjs");
  const run = spawnSync(process.execPath, [program, copy], { encoding: "utf8" });
  status = run.status;
  text = run.stdout + run.stderr;
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("a room that reaches through a wall is told which and why", () => {
  expect(text).toContain("room-lib: src/lib/reaching.ts → src/model/run.ts");
  expect(text).toContain("lib holds words with no domain");
});

test("two files that need each other are a cycle, even by their types", () => {
  expect(text).toMatch(/no-cycles: src\/lib\/(?:one|two)\.ts → /);
});

test("Node's own modules stay out of the pure rooms", () => {
  expect(text).toContain("pure-rooms-without-node: src/model/reading.ts → ");
});

test("what is broken fails the check, and nothing else is told of", () => {
  expect(status).toBe(1);
  expect(text).toMatch(/[1-9]\d* modules, \d+ imports, [1-9]\d* against the table/);
  const told = [...text.matchAll(/^[\w-]+: (src\/\S+) → /gm)].map(([, file = ""]) => file);
  expect(told.filter((file) => !Object.hasOwn(broken, file))).toEqual([]);
});
