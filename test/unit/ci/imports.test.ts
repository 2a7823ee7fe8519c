import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const root = join(import.meta.dirname, "../../..");
let copy = "";
// Each starts the tool once; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

// A copy of the sources in which each test breaks one wall on purpose.
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "hopwise-walls-"));
  for (const name of ["src", "tsconfig.json", "package.json", ".dependency-cruiser.cjs"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function checkWith(files: Record<string, string>): { status: number | null; text: string } {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(copy, path), text);
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, ".ci/imports.mjs"), copy], {
    encoding: "utf8",
  });
  for (const path of Object.keys(files)) rmSync(join(copy, path));
  return { status, text: stdout + stderr };
}

test("a room that reaches through a wall is told which and why", () => {
  const { status, text } = checkWith({
    "src/lib/broken.ts": 'import type { Run } from "../model/run.ts";\nexport type Broken = Run;\n',
  });
  expect(status).toBe(1);
  expect(text).toContain("room-lib: src/lib/broken.ts → src/model/run.ts");
  expect(text).toContain("lib holds words with no domain");
});

test("two files that need each other are a cycle, even by their types", () => {
  const { status, text } = checkWith({
    "src/lib/one.ts": 'import type { Two } from "./two.ts";\nexport interface One { two: Two }\n',
    "src/lib/two.ts": 'import type { One } from "./one.ts";\nexport interface Two { one: One }\n',
  });
  expect(status).toBe(1);
  expect(text).toContain("no-cycles");
});

test("Node's own modules stay out of the pure rooms", () => {
  const { status, text } = checkWith({
    "src/model/broken.ts": 'import { readFileSync } from "node:fs";\nexport const broken = readFileSync;\n',
  });
  expect(status).toBe(1);
  expect(text).toContain("pure-rooms-without-node");
});

test("the sources as they are keep to the table", () => {
  const { status, text } = checkWith({});
  expect(text).toMatch(/[1-9]\d* modules, \d+ imports, 0 against the table/);
  expect(status).toBe(0);
});
