// Puts the scripts for other sites' pages, which the app's build made (vite.config.ts), where the package has them.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const dist = join(root, "dist");
const made = join(dist, "app", "scripts");
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist).filter((file) => /^hopwise-.*\.js$/.test(file))) rmSync(join(dist, name));
for (const name of readdirSync(made).filter((file) => /^hopwise-(?:flow|resize)/.test(file))) {
  copyFileSync(join(made, name), join(dist, name));
}
