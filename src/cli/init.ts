import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { firstFiles } from "./first-chapter.ts";
import { printable } from "./paint.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** `hopwise init`: a folder with a first chapter. What is there already is never written over. */
export async function init(path: string, terminal: Terminal): Promise<number> {
  const folder = resolve(terminal.folder, path);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => refuse(path, error));
  for (const [name, text] of Object.entries(firstFiles)) {
    const shown = printable(join(path, name));
    try {
      // The file system itself refuses to write over what is there, whoever else writes at the same moment.
      await writeFile(join(folder, name), text, { flag: "wx" });
      terminal.write(`  written  ${shown}\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") refuse(path, error);
      terminal.write(`  kept     ${shown} (it was there already)\n`);
    }
  }
  terminal.write(`\nNext: hopwise serve ${printable(path)}\n`);
  return 0;
}

function refuse(path: string, error: unknown): never {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: "", message: error };
  const isFile = code === "EEXIST" || code === "ENOTDIR";
  throw new UsageError(`${path} cannot be written to: ${isFile ? "it is a file" : message}.`);
}
