// `npm run recipes`: every site of scenarios/RECIPES.md, those too that `npm test` leaves out because they take minutes
// to install (Docusaurus) or another language (MkDocs, when it is on the PATH with its theme Material).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { ensureDependencies, requireNode, root } from "./setup.mjs";

requireNode();
ensureDependencies();
const hasMkDocs = spawnSync("mkdocs", ["--version"]).status === 0;
if (!hasMkDocs) console.log("MkDocs is not installed, so its recipe is tried on a page made by hand alone.");
const env = {
  ...process.env,
  CHROMIUM_PATH: await ensureChromium(),
  HOPWISE_RECIPES: `docusaurus${hasMkDocs ? ",mkdocs-material" : ""}`,
};
const { build } = await import("vite");
await build({ root, logLevel: "warn" });
await import("./build-element.mjs");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const args = [vitest, "run", "--project", "browser", "test/e2e/recipes.test.ts"];
const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" });
process.exit(status ?? 1);
