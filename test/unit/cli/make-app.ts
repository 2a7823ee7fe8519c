import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { root } from "./run-hopwise.ts";

/** A folder as the build of the app leaves it: the real page, a script's stand-in, and Vite's own notes. */
export function makeApp(): string {
  const folder = tempFolder();
  for (const name of ["assets", ".vite"]) mkdirSync(join(folder, name));
  copyFileSync(join(root, "index.html"), join(folder, "index.html"));
  writeFileSync(join(folder, "assets", "app.js"), "app");
  writeFileSync(join(folder, ".vite", "manifest.json"), "{}");
  return folder;
}
