import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
let folder = "";
let size = 0;

function run(program: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", timeout: 110_000 });
  return { status, out: stdout, err: stderr };
}

/** The package as npm would publish it, installed into an empty folder without any network. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hopwise-package-"));
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root);
  expect(packed.status, packed.err).toBe(0);
  const [{ filename, size: bytes, files }] = JSON.parse(packed.out);
  size = bytes;
  const names: string[] = files.map(({ path }: { path: string }) => path);
  for (const name of ["dist/cli.js", "dist/app/index.html", "dist/engine.js", "dist/types/engine.d.ts", "LICENSE"]) {
    expect(names).toContain(name);
  }
  expect(names.filter((name) => /^(dist\/site|src|test|scenarios)\//.test(name))).toEqual([]);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const args = ["install", "--offline", "--omit=optional", "--no-audit", "--no-fund", `./${filename}`];
  const installed = run("npm", args);
  expect(installed.status, installed.err).toBe(0);
  cpSync(join(root, "scenarios", "honeydue"), join(folder, "flows"), { recursive: true });
});

test("the command works where the package was installed", () => {
  const hopwise = (...args: string[]) => run("npx", ["--offline", "hopwise", ...args]);
  expect(hopwise("check", "flows", "--strict").status).toBe(0);
  const played = hopwise("run", "flows/create-task.md", "--fail", "redis-down", "--json");
  expect(JSON.parse(played.out).verdict).toMatchObject({ outcome: "degraded", layer: "redis" });
  const built = hopwise("build", "flows", "-o", "site", "--base", "https://docs.test/");
  expect(built.status, built.err).toBe(0);
  expect(readFileSync(join(folder, "site", "index.html"), "utf8")).toContain('id="library"');
  expect(readFileSync(join(folder, "site", "sitemap.xml"), "utf8")).toContain("https://docs.test/flows/flows/");
  console.log(`the package: ${(size / 1_000_000).toFixed(2)} MB`);
}, 120_000);

test("hopwise/engine is importable, typed, and needs nothing else", () => {
  const program = `import { readFileSync } from "node:fs";
import { getVerdict, healthyRun, parseLibrary, simulate, type Verdict } from "hopwise/engine";
const files = ["index.md", "create-task.md"].map((name) => ({ file: "flows/" + name, text: readFileSync("flows/" + name, "utf8") }));
const library = parseLibrary("flows", files);
const scenario = library.chapters[0]?.scenarios[0];
if (!scenario) throw new Error("no scenario");
const trace = simulate(scenario, library.system, { ...healthyRun, faults: [{ id: "coredns-down" }] });
const verdict: Verdict = getVerdict(scenario, library.system, trace);
const notes: string | undefined = scenario.notes[0]?.type;
console.log(verdict.outcome, verdict.layer, typeof notes);
`;
  writeFileSync(join(folder, "use.ts"), program);
  const options = {
    module: "nodenext",
    target: "es2022",
    strict: true,
    outDir: "out",
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...options, types: ["node"] }, files: ["use.ts"] }),
  );
  const typed = run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
  expect(typed.status, typed.out).toBe(0);
  const used = run(process.execPath, ["out/use.js"]);
  expect(used.out.trim(), used.err).toBe("failed coredns string");
}, 120_000);

test("hopwise/element is typed for plain TypeScript and for React, without React where there is none", () => {
  const plain = `import { HopwiseFlow, upgradePage, type HopwiseVerdict } from "hopwise/element";
const flow = document.createElement("hopwise-flow");
const reached: boolean = flow.seek("5.2");
flow.setFailures(["redis-down"]);
document.addEventListener("hopwise-verdict", ({ detail }) => { const verdict: HopwiseVerdict = detail; console.log(verdict.headline); });
console.log(reached, flow instanceof HopwiseFlow, upgradePage(document));
// @ts-expect-error: there is no such method
flow.sekk("5.2");
`;
  const react = `import type {} from "hopwise/element/react";
export const Page = () => (
  <hopwise-flow src="a.md" fail="redis-down" controls="min" onhopwise-step={({ detail }) => console.log(detail.hop)} />
);
// @ts-expect-error: these are no controls
export const Bad = () => <hopwise-flow controls="some" />;
`;
  writeFileSync(join(folder, "plain.ts"), plain);
  writeFileSync(join(folder, "react.tsx"), react);
  const check = (file: string, more: object) => {
    const compilerOptions = {
      module: "esnext",
      moduleResolution: "bundler",
      target: "es2022",
      strict: true,
      noEmit: true,
    };
    const config = {
      compilerOptions: { ...compilerOptions, types: [], lib: ["es2023", "dom"], ...more },
      files: [file],
    };
    writeFileSync(join(folder, "tsconfig.element.json"), JSON.stringify(config));
    const args = [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.element.json"];
    const { status, out } = run(process.execPath, args);
    expect(status, out).toBe(0);
  };
  check("plain.ts", {});
  const react19 = join(root, "node_modules/@types/react");
  check("react.tsx", { jsx: "react-jsx", paths: { react: [react19], "react/*": [`${react19}/*`] } });
}, 120_000);
