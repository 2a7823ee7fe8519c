// Brings node_modules in line with package-lock.json. Plain Node without dependencies: it runs before there are any.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const leastNode = [20, 19];

/** Ends the process with one clear line when Node is too old for our tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(`Hopwise needs Node ${leastNode.join(".")} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True when every package of package-lock.json stands in node_modules with its very version. */
export function dependenciesAreCurrent(folder = root) {
  const wanted = readPackages(join(folder, "package-lock.json"));
  // npm's own record of what it installed.
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // Optional packages of other platforms are rightly absent.
    if (path === "" || (optional && !installed[path])) return true;
    return installed[path]?.version === version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Runs `npm ci` when node_modules is missing or stale. */
export function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log("Installing dependencies (npm ci) …");
  const { status, error } = runNpm(["ci", "--no-audit", "--no-fund"]);
  if (status === 0) return;
  console.error(`npm ci failed${error ? `: ${error.message}` : ` with status ${status}`}.`);
  process.exit(1);
}

function runNpm(args) {
  // Started by npm, its own program is known; this also spares a shell on Windows.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  if (npm?.endsWith(".js")) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}
