// Finds a Chromium for the browser tests, or installs one. Never gives up in silence.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./setup.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const fixedPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of an installed Chromium: `CHROMIUM_PATH` when set, else the PATH, the usual places, Playwright's own.
 * @param {NodeJS.ProcessEnv} [env] `HOPWISE_CHROMIUM_PLACES=none` leaves only CHROMIUM_PATH and Playwright's own (for tests).
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const onPath = (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const usual = env.HOPWISE_CHROMIUM_PLACES === "none" ? [] : [...onPath, ...fixedPlaces];
  const found = usual.find((place) => existsSync(place));
  if (found) return found;
  try {
    const { chromium } = await import("playwright-core");
    const own = chromium.executablePath();
    return existsSync(own) ? own : undefined;
  } catch {
    return undefined;
  }
}

/** Finds a Chromium or installs one: Playwright's download first, Debian's package second. Throws with the reasons. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH is set, but there is no ${process.env.CHROMIUM_PATH}.`);
  const tried = [];
  for (const [what, install] of [
    ["Playwright's download", installByPlaywright],
    ["apt-get install chromium", installByApt],
  ]) {
    console.log(`No Chromium found; trying ${what} …`);
    const failure = install();
    if (failure) tried.push(`${what}: ${failure}`);
    const now = failure ? undefined : await findChromium({ ...process.env, HOPWISE_CHROMIUM_PLACES: undefined });
    if (now) return now;
    if (!failure) tried.push(`${what}: it ended well, but no browser is there`);
  }
  throw new Error(`No Chromium for the browser tests.\n  ${tried.join("\n  ")}\nInstall one, or set CHROMIUM_PATH.`);
}

/** @returns why it failed, or undefined */
function installByPlaywright() {
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  if (!existsSync(cli)) return "playwright-core is not installed";
  return run(process.execPath, [cli, "install", "chromium-headless-shell", "chromium"], 180_000);
}

function installByApt() {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return "there is no apt-get here";
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && !existsSync("/usr/bin/sudo")) return "needs root";
  const [command, before] = asRoot ? ["apt-get", []] : ["sudo", ["-n", "apt-get"]];
  return (
    run(command, [...before, "update", "-q"], 120_000) ??
    run(command, [...before, "install", "-y", "-q", "--no-install-recommends", "chromium"], 300_000)
  );
}

function run(command, args, timeout) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    timeout,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status === 0) return undefined;
  return error?.message ?? `status ${status}`;
}
