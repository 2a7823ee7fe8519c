import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { encodePath, hashOf } from "../site/safe-path.ts";
import type { SiteFile } from "../site/site-file.ts";
import type { AppFiles } from "./read-app.ts";

export const workerName = "sw.js";

/** A larger file is fetched when it is needed and not kept, bytes: Mermaid, and letters that few chapters have. */
const largestKept = 700_000;

/** What a service worker keeps of a site. A file without a revision has its content's hash in its name. */
export interface Kept {
  readonly url: string;
  readonly revision: string | null;
}

/** The app's files that are kept, and the worker's own script. Undefined when the app was built without one. */
export async function readOffline(app: AppFiles): Promise<{ worker: string; kept: Kept[] } | undefined> {
  if (!app.files.includes(workerName)) return undefined;
  const kept = await Promise.all(
    app.files.map(async (path): Promise<Kept[]> => {
      const file = join(app.folder, path);
      if (path === workerName || (await stat(file)).size > largestKept) return [];
      const revision = path.startsWith("assets/") ? null : hashOf(await readFile(file));
      return [{ url: encodePath(path), revision }];
    }),
  );
  return { worker: await readFile(join(app.folder, workerName), "utf8"), kept: kept.flat() };
}

/** A library with more pictures than this, bytes, is not fetched whole by everyone who comes to read a page of it. */
const picturesKept = 5_000_000;

/** Which of a site's pictures (where they are, by their path on the site) are kept: in their order, while there is room. */
export async function keepPictures(pictures: ReadonlyMap<string, string>): Promise<Kept[]> {
  const kept: Kept[] = [];
  let room = picturesKept;
  for (const [path, file] of pictures) {
    const { size } = await stat(file);
    if (size > Math.min(largestKept, room)) continue;
    room -= size;
    kept.push({ url: encodePath(path), revision: hashOf(await readFile(file)) });
  }
  return kept;
}

/** Names a build by all that it is made of: the app's files, the pictures and the chapters' data. */
export function nameBuild(
  kept: readonly Kept[],
  pages: ReadonlyMap<string, string>,
  files: readonly SiteFile[],
): string {
  return hashOf(JSON.stringify([kept, [...pages], files.map(({ path, content }) => [path, hashOf(content)])]));
}

/** The worker's script for one build: what it keeps stands before it. */
export function printWorker(
  worker: string,
  build: string,
  kept: readonly Kept[],
  files: readonly SiteFile[],
): SiteFile {
  const made = files
    .filter(({ path, content }) => path !== "_headers" && path !== "sitemap.xml" && !tooLarge(path, content))
    .map(
      ({ path, content }): Kept => ({
        url: encodePath(path),
        revision: path.startsWith("library/") ? null : hashOf(content),
      }),
    );
  const head = `self.hopwise=${JSON.stringify({ build, files: [...kept, ...made] })};`;
  return { path: workerName, content: `${head}\n${worker}` };
}

/** Chapters' data is kept whatever its size: it is what is played. */
function tooLarge(path: string, content: string): boolean {
  return path.endsWith(".html") && content.length > largestKept;
}
