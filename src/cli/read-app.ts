import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { slashedPath } from "./slashed-path.ts";

/** The built app, which travels with the command: what every site is made of besides its chapters. */
export interface AppFiles {
  readonly folder: string;
  /** Paths below the folder, with `/`, pages apart. */
  readonly files: readonly string[];
  /** Its pages by name; `index.html` is the one that others are made from. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Reads what the build left in `folder`. */
export async function readApp(folder: string): Promise<AppFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => slashedPath(relative(folder, join(entry.parentPath, entry.name))))
    // What Vite notes for its own tools is of no use on a site.
    .filter((file) => !file.startsWith("."))
    .sort();
  if (!files.includes("index.html")) {
    throw new Error(`The app is not in ${folder}: this copy of Hopwise was not built. Run npm run build in it.`);
  }
  const pages = files.filter((file) => file.endsWith(".html"));
  const texts = await Promise.all(pages.map((file) => readFile(join(folder, file), "utf8")));
  return {
    folder,
    files: files.filter((file) => !pages.includes(file)),
    pages: new Map(pages.map((file, at) => [file, texts[at] ?? ""])),
  };
}
