import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { dependenciesAreCurrent } from "../../.ci/setup.mjs";

const root = join(import.meta.dirname, "../..");
const recipes = join(root, "test", "recipes");

/** A site of scenarios/RECIPES.md: its folder below test/recipes, and what stands where in it. */
export interface Recipe {
  readonly name: string;
  /** Where the chapters are put. */
  readonly flows: string;
  /** Where the web component's files are put, if the site does not take them from the package itself. */
  readonly script?: string;
  /** The folder that is published. */
  readonly published: string;
  /** What builds it; nothing for a site that is not built. */
  readonly build?: readonly [string, ...string[]];
}

/** Makes the site in .cache/recipes, with what it needs installed, as a reader of the recipe would. @returns what is published */
export async function makeRecipeSite({ name, flows, script, published, build }: Recipe): Promise<string> {
  const folder = join(root, ".cache", "recipes", name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    if (entry !== "node_modules") rmSync(join(folder, entry), { recursive: true });
  }
  cpSync(join(recipes, name), folder, { recursive: true });
  await installDependencies(folder);
  installOurselves(join(folder, "node_modules", "hopwise"));
  cpSync(join(root, "scenarios", "honeydue"), join(folder, flows), { recursive: true });
  if (script) copyScript(join(folder, script));
  if (build) await run(folder, build[0], build.slice(1));
  return join(folder, published);
}

/** By its lock, where it has one; else what the project has serves, and what it has not is installed. */
async function installDependencies(folder: string): Promise<void> {
  const quietly = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  if (existsSync(join(folder, "package-lock.json"))) {
    if (!dependenciesAreCurrent(folder)) await run(folder, "npm", ["ci", ...quietly]);
  } else if (existsSync(join(folder, "package.json"))) {
    const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const isThere = (name: string) => [folder, root].some((place) => existsSync(join(place, "node_modules", name)));
    if (!Object.keys(dependencies).every(isThere))
      await run(folder, "npm", ["install", "--no-package-lock", ...quietly]);
  }
}

/** The package's own files, copied: a link would lead builders out of node_modules, where they treat code differently. */
function installOurselves(into: string): void {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  cpSync(join(root, "package.json"), join(into, "package.json"));
  copyScript(join(into, "dist"));
}

function copyScript(into: string): void {
  mkdirSync(into, { recursive: true });
  for (const file of readdirSync(join(root, "dist")).filter((entry) => /^hopwise-.*\.js$/.test(entry))) {
    cpSync(join(root, "dist", file), join(into, basename(file)));
  }
}

function run(cwd: string, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    // Vitest says it is a test; a reader's own build is not one.
    const { NODE_ENV: _, ...env } = process.env;
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes) => {
        said += bytes;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(" ")} in ${cwd} ended with ${code}:\n${said}`));
    });
  });
}
