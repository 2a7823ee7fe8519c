import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SiteFile } from "../site/site-file.ts";
import type { AppFiles } from "./read-app.ts";
import { siteMark } from "./read-files.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a site. A folder with anything in it that is not a site of ours is refused; of an older site only the files
 * that it listed are taken away, so that what someone put beside them stays.
 * @param shown The folder as the person typed it.
 * @param pictures Where the pictures are that come with it, by their path on the site.
 * @returns Bytes written.
 */
export async function writeSite(
  folder: string,
  app: AppFiles,
  files: readonly SiteFile[],
  shown = folder,
  pictures: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  const before = await readMark(folder, shown);
  const made = new Set(files.map(({ path }) => path));
  const paths = new Set([...app.files, ...files.map(({ path }) => path), ...pictures.keys()]);
  await Promise.all(before.filter((path) => !paths.has(path)).map((path) => rm(join(folder, path), { force: true })));
  const folders = new Set([...paths].map((path) => dirname(join(folder, path))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  // First of all, so that a site that was half written is still known as ours.
  await writeFile(join(folder, siteMark), `${JSON.stringify({ madeBy: "hopwise build", files: [...paths].sort() })}\n`);
  await Promise.all([
    ...app.files.filter((path) => !made.has(path)).map((path) => copyFile(join(app.folder, path), join(folder, path))),
    ...[...pictures].map(([path, from]) => copyFile(from, join(folder, path))),
    ...files.map(({ path, content }) => writeFile(join(folder, path), content)),
  ]);
  return files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
}

/** The files of the site that stands here; none when the folder is new or empty. */
async function readMark(folder: string, shown: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(
      `${shown} cannot be written to: ${error.code === "ENOTDIR" ? "it is a file" : error.message}.`,
    );
  });
  if (names.length === 0) return [];
  const text = await readFile(join(folder, siteMark), "utf8").catch(() => undefined);
  const files = text === undefined ? undefined : listed(text);
  if (files) return files;
  throw new UsageError(
    `${shown} is not empty, and hopwise build did not make what is in it. Name another folder, or empty this one.`,
  );
}

function listed(text: string): readonly string[] | undefined {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    if (!Array.isArray(files)) return undefined;
    // The list is a file on a disk like any other: nothing outside the folder is taken away for it.
    return files.filter(
      (path): path is string => typeof path === "string" && !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path),
    );
  } catch {
    return undefined;
  }
}
