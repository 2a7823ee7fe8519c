import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { readPng } from "../fixtures/read-png.ts";
import { tempFolder } from "../fixtures/temp-folder.ts";

const root = join(import.meta.dirname, "../..");
const folder = tempFolder();
let size = 0;

function run(program: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", timeout: 110_000 });
  return { status, out: stdout, err: stderr };
}

/** The package as npm would publish it, installed into an empty folder without any network. */
beforeAll(() => {
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root);
  expect(packed.status, packed.err).toBe(0);
  const [{ filename, size: bytes, files }] = JSON.parse(packed.out);
  size = bytes;
  const names: string[] = files.map(({ path }: { path: string }) => path);
  for (const name of ["dist/cli.js", "dist/app/index.html", "dist/engine.js", "dist/types/engine.d.ts", "LICENSE"]) {
    expect(names).toContain(name);
  }
  // What the README sends users of the package to is in it.
  const papers = ["scenarios/FORMAT.md", "scenarios/RECIPES.md"];
  expect(names.filter((name) => /^(dist\/site|src|test|scenarios)\//.test(name)).sort()).toEqual(papers);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const args = ["install", "--offline", "--omit=optional", "--no-audit", "--no-fund", `./${filename}`];
  const installed = run("npm", args);
  expect(installed.status, installed.err).toBe(0);
  cpSync(join(root, "scenarios", "honeydue"), join(folder, "flows"), { recursive: true });
});

const hopwise = (...args: string[]) => run("npx", ["--offline", "hopwise", ...args]);
const task = "flows/create-task.md";

test("every command works where the package was installed", async () => {
  expect(hopwise("check", "flows", "--strict").status).toBe(0);
  const played = hopwise("run", task, "--fail", "redis-down", "--json");
  expect(JSON.parse(played.out).verdict).toMatchObject({ outcome: "degraded", layer: "redis" });
  expect(hopwise("outline", "flows").out).toContain("User creates a task");
  expect(JSON.parse(hopwise("blast", "flows", "--json").out).faults).toContain("redis-down");
  const suspects = hopwise("diagnose", "flows", "--saw", "create-task: 521", "--json");
  expect(JSON.parse(suspects.out).suspects.length, suspects.err).toBeGreaterThan(0);
  expect(hopwise("init", "mine").status).toBe(0);
  expect(hopwise("check", "mine", "--strict")).toMatchObject({ status: 0, err: "" });

  const built = hopwise("build", "flows", "-o", "site", "--base", "https://docs.test/");
  expect(built.status, built.err).toBe(0);
  expect(readFileSync(join(folder, "site", "index.html"), "utf8")).toContain('id="library"');
  expect(readFileSync(join(folder, "site", "sitemap.xml"), "utf8")).toContain("https://docs.test/flows/flows/");
  for (const name of ["embed.html", "sw.js", "_headers", "scripts/hopwise-flow.js", "scripts/hopwise-resize.js"])
    expect(readFileSync(join(folder, "site", name)).length, name).toBeGreaterThan(0);
  // What stands beside frames draws nothing, so Preact is no part of it.
  expect(readFileSync(join(folder, "site", "scripts", "hopwise-resize.js")).length).toBeLessThan(2_000);

  const served = spawn(process.execPath, ["node_modules/hopwise/dist/cli.js", "serve", "flows", "--port", "4463"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  served.stdout.on("data", (bytes) => {
    said += bytes;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toContain("Hopwise is at");
  expect(await (await fetch(/http:\S+/.exec(said)?.[0] ?? "")).text()).toContain("<title>");
  const ended = new Promise((done) => served.once("exit", done));
  served.kill("SIGINT");
  expect(await ended).toBe(0);
  console.log(`the package: ${(size / 1_000_000).toFixed(2)} MB`);
}, 120_000);

test("every form of export works where the package was installed", () => {
  const args = (form: string) => ["export", task, "--fail", "redis-down", "--as", form];
  const begins = {
    mermaid: /^sequenceDiagram/,
    markdown: /^# /,
    csv: /^[^\n]*,hop,/,
    svg: /^<svg /,
    html: /^<!doctype html>/i,
  };
  for (const [form, begin] of Object.entries(begins)) {
    const { out, err } = hopwise(...args(form));
    expect(out, form + err).toMatch(begin);
    expect(out.length, form).toBeGreaterThan(1_000);
  }
  // What draws pixels is optional, and was left out: it is said, and the picture is there as soon as it is.
  const without = hopwise(...args("png"), "-o", "run.png");
  expect(without.status).toBe(2);
  expect(without.err).toContain("@resvg/resvg-js");
  cpSync(join(root, "node_modules", "@resvg"), join(folder, "node_modules", "@resvg"), { recursive: true });
  const drawn = hopwise(...args("png"), "-o", "run.png");
  expect(drawn.status, drawn.err).toBe(0);
  expect(readPng(readFileSync(join(folder, "run.png"))).colors).toBeGreaterThan(20);
}, 120_000);

/** The lines that a recipe's yaml gives a shell, for the service it is written for. */
function commandsOf(service: "GitHub Actions" | "GitLab CI"): string[] {
  const recipes = readFileSync(join(root, "scenarios", "RECIPES.md"), "utf8");
  const [, yaml = ""] = new RegExp(`\n${service}, [\\s\\S]*?\n\`\`\`yaml\n([\\s\\S]*?)\n\`\`\``).exec(recipes) ?? [];
  const written = parse(yaml);
  if (service === "GitLab CI") return written.flows.script;
  expect(written.on).toContain("push");
  const { steps } = written.jobs.check as { steps: { run?: string; uses?: string }[] };
  expect(steps.map(({ uses }) => uses?.split("@")[0])).toContain("actions/checkout");
  return steps.flatMap((step) => step.run ?? []);
}

test.each(["GitHub Actions", "GitLab CI"] as const)(
  "%s: the recipe's lines pass good chapters and stop at bad ones",
  (service) => {
    const commands = commandsOf(service);
    expect(commands.length).toBeGreaterThan(0);
    const bad = join(folder, `bad-${service.replace(" ", "-")}`);
    mkdirSync(join(bad, "flows"), { recursive: true });
    const arrow = "# Orders\n\n```mermaid\nsequenceDiagram\nApp->>\n```\n";
    writeFileSync(join(bad, "flows", "orders.md"), arrow);
    for (const command of commands) {
      // As a runner gives it to its shell; `npx` finds the package that stands in the folder above.
      const shell = (cwd: string) => run("sh", ["-c", command.replace(/^npx /, "npx --offline ")], cwd);
      const good = shell(folder);
      expect(good.status, good.out + good.err).toBe(0);
      const stopped = shell(bad);
      expect(stopped.status, stopped.out + stopped.err).toBe(1);
      expect(stopped.out).toMatch(/flows\/orders\.md:5:\d+/);
    }
  },
  120_000,
);

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
