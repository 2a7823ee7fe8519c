import { stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const causes: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there",
  ENOTDIR: "what should be its folder is a file",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "nothing may be written there",
  ENOSPC: "the disk is full",
};

/** Writes where `-o` says; into a folder, under the name that the app would give the file. */
export async function saveExport(
  out: string,
  name: string,
  content: string | Uint8Array,
  terminal: Terminal,
): Promise<void> {
  const place = resolve(terminal.folder, out);
  const found = await stat(place).catch(() => undefined);
  const shown = found?.isDirectory() ? join(out, name) : out;
  try {
    await writeFile(resolve(terminal.folder, shown), content);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${shown} could not be written: ${causes[code] ?? message}.`);
  }
  if (shown !== out) terminal.complain(`Wrote ${shown}\n`);
}
