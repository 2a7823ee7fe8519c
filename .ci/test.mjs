// `npm test`: sets up what is missing, runs every check and test, and says what it ran.
// `node .ci/test.mjs types unit` runs only the steps whose names are given.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureDependencies, requireNode, root } from "./setup.mjs";

requireNode();
ensureDependencies();

const bin = (...path) => join(root, "node_modules", ...path);
const reports = join(root, ".cache", "test");
mkdirSync(reports, { recursive: true });

/** A check passes or fails as one; a suite brings its own counts. */
const steps = [
  check("format and lint", bin("@biomejs", "biome", "bin", "biome"), ["check", ".", "--max-diagnostics=50"]),
  check("types", bin("typescript", "bin", "tsc"), ["-p", "tsconfig.json"]),
  check("types of the pure rooms, without the DOM", bin("typescript", "bin", "tsc"), ["-p", "tsconfig.pure.json"]),
  check("imports", ".ci/imports.mjs", []),
  suite("unit, property and golden", "node"),
  suite("ui", "ui"),
  check("build of the command", ".ci/build-cli.mjs", []),
  check("build of the library", ".ci/build-engine.mjs", []),
  check("build of the app", bin("vite", "bin", "vite.js"), ["build", "--logLevel", "warn"]),
  check("build of the web component", ".ci/build-element.mjs", []),
  check("sizes", ".ci/sizes.mjs", []),
  suite("browser", "browser"),
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No step is named ${wanted.join(", ")}. There are: ${steps.map(({ name }) => name).join(" · ")}`);
  process.exit(2);
}

/** What each step came to, by its name. */
const results = new Map();
// Two cores, two lanes: the unit tests, and beside them everything else that needs no browser. What a step says is printed
// in one piece when it ends. The browser's tests have the machine to themselves, and are watched as they run.
const isBrowser = ({ name }) => name === "browser";
const isLong = ({ name }) => name.startsWith("unit");
const early = chosen.filter((step) => !isBrowser(step));
await Promise.all([early.filter(isLong), early.filter((step) => !isLong(step))].map(runLane));
await runLane(chosen.filter(isBrowser));
const done = chosen.map(({ name }) => ({ name, ...results.get(name) }));

// Once more at the end: whoever sees only the last lines of a long output sees what failed.
const broken = done.flatMap(({ name, told = [] }) => told.map((text) => `✗ ${name}: ${text}`));
if (broken.length > 0) console.log(`\nWhat failed:\n${broken.slice(0, 20).join("\n")}`);
if (broken.length > 20) console.log(`… and ${broken.length - 20} more, above.`);

console.log("\nWhat ran:");
for (const { name, passed, failed, skipped, seconds } of done) {
  const rest = [failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(Boolean).join(", ");
  const line = `${failed > 0 ? "✗" : "✓"} ${name.padEnd(44)} ${String(passed).padStart(5)} passed`;
  console.log(`  ${line}${rest ? `, ${rest}` : ""}  (${seconds.toFixed(1)} s)`);
}
const sum = (key) => done.reduce((total, step) => total + step[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") > 0 ? 1 : 0);

/** One step after the other. */
async function runLane(lane) {
  for (const step of lane) {
    const began = performance.now();
    const said = isBrowser(step) ? undefined : [];
    if (!said) console.log(`\n── ${step.name} ──`);
    const counts = await step.run(said).catch((error) => {
      said?.push(error.message);
      if (!said) console.error(error.message);
      return { passed: 0, failed: 1, skipped: 0, told: [error.message] };
    });
    if (said) console.log([`\n── ${step.name} ──`, ...said.map(String)].join("\n").trimEnd());
    results.set(step.name, { seconds: (performance.now() - began) / 1000, ...counts });
  }
}

function check(name, program, args) {
  return {
    name,
    run: async (said) => {
      const ok = (await run(program, args, said)) === 0;
      const told = ok ? [] : [lastLines(String(said.at(-1)).trimEnd(), 20)];
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, told };
    },
  };
}

/** A Vitest project, counted from its own report. */
function suite(name, project) {
  return {
    name,
    run: async (said) => {
      const env = {};
      if (project === "browser") {
        // The browser and its tests count; a missing one is a failure that says what was tried.
        const { ensureChromium } = await import("./chromium.mjs");
        env.CHROMIUM_PATH = await ensureChromium();
        console.log(`Chromium: ${env.CHROMIUM_PATH}`);
      }
      const report = join(reports, `${project}.json`);
      rmSync(report, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const status = await run(bin("vitest", "vitest.mjs"), ["run", "--project", project, ...reporters], said, env);
      if (!existsSync(report)) throw new Error(`${name}: Vitest ended with status ${status} and left no report.`);
      const counts = JSON.parse(readFileSync(report, "utf8"));
      const failed = counts.numFailedTests;
      // A file that does not load, or an error outside any test, fails the run without a failed test in it.
      const outside = failed === 0 && status !== 0 ? 1 : 0;
      return {
        passed: counts.numPassedTests,
        failed: failed + outside,
        skipped: counts.numPendingTests + counts.numTodoTests,
        told: [...counts.testResults.flatMap(tellFile), ...(outside ? ["an error outside its tests, above"] : [])],
      };
    },
  };
}

/** What failed in a file of tests: each by its name, with the beginning of its message. */
function tellFile({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === "failed");
  const where = relative(root, name);
  if (assertionResults.length === 0 && message) return [`${where}\n${firstLines(message, 12)}`];
  return failed.map((test) => `${where} > ${test.fullName}\n${firstLines(test.failureMessages.join("\n"), 12)}`);
}

function firstLines(text, count) {
  return text.split("\n").slice(0, count).join("\n");
}

function lastLines(text, count) {
  return text.split("\n").slice(-count).join("\n");
}

/** Runs a program of Node's; what it says goes into `said`, or straight to the terminal without one. */
function run(program, args, said, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: said ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    const pieces = [];
    for (const stream of said ? [child.stdout, child.stderr] : []) stream.on("data", (bytes) => pieces.push(bytes));
    child.once("error", reject);
    child.once("close", (code) => {
      said?.push(Buffer.concat(pieces));
      resolve(code ?? 1);
    });
  });
}
