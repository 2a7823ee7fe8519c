import { resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { makeSite } from "../site/make-site.ts";
import { linkTag } from "../site/render-page.ts";
import { type LoadedSite, loadSite } from "./load-site.ts";
import { makePaint, wantsColor } from "./paint.ts";
import { printProblems, sayCounts } from "./print-problems.ts";
import { type AppFiles, readApp } from "./read-app.ts";
import { isChapterFile, isSkippedFolder } from "./read-files.ts";
import { livePath, type Served, serveFiles } from "./site-server.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface ServeOptions {
  readonly color?: boolean;
  readonly port: number;
  /** True for `--host` alone: every address of this machine. */
  readonly host?: string | true;
}

/** An editor writes in several steps; the chapters are read again when it has been quiet for so long, ms. */
const quiet = 60;

/** `hopwise serve`: the site of a folder's chapters, kept up with what is written there, until it is stopped. */
export async function serve(path: string, options: ServeOptions, terminal: Terminal): Promise<number> {
  if (path === "-") throw new UsageError("hopwise serve watches a folder or a chapter; standard input is neither.");
  const app = await readApp(terminal.app);
  const watcher = watch(resolve(terminal.folder, path), {
    ignoreInitial: true,
    ignored: (file, stats) => (stats?.isFile() ? !isChapterFile(file) : isSkippedFolder(file)),
  });
  watcher.on("error", (error) => terminal.complain(`hopwise: changes are not seen any more: ${error}\n`));
  try {
    // Read once changes are seen, so that none in between is missed. Where they cannot be seen, it serves all the same.
    await new Promise<void>((done) => watcher.once("ready", done).once("error", () => done()));
    return await serveWatched(path, options, terminal, app, watcher);
  } finally {
    await watcher.close();
  }
}

async function serveWatched(
  path: string,
  options: ServeOptions,
  terminal: Terminal,
  app: AppFiles,
  watcher: FSWatcher,
): Promise<number> {
  const paint = makePaint(wantsColor(terminal, options.color));
  const first = await loadSite(path, terminal);
  const host = options.host === true ? "0.0.0.0" : options.host;
  const server = await serveFiles(app.folder, makeServed(first, app), {
    port: options.port,
    ...(host === undefined ? {} : { host }),
  });
  if (options.port !== 0 && server.port !== options.port) {
    terminal.write(`Port ${options.port} is taken.\n`);
  }
  const tell = (loaded: LoadedSite): void => {
    const told = loaded.problems.filter(({ severity }) => severity !== "info");
    if (told.length > 0) terminal.write(`${printProblems(told, loaded.text, paint)}\n`);
    const chapters = loaded.shelved.reduce((sum, { library }) => sum + library.chapters.length, 0);
    terminal.write(`${chapters} ${chapters === 1 ? "chapter" : "chapters"}: ${sayCounts(loaded.problems)}\n`);
  };
  tell(first);
  const name = host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  terminal.write(
    `\nHopwise is at http://${name.includes(":") ? `[${name}]` : name}:${server.port}/\nPress Ctrl+C to stop.\n`,
  );

  let waiting: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      loadSite(path, terminal).then(
        (loaded) => {
          server.show(makeServed(loaded, app));
          tell(loaded);
        },
        // What is served stays what it was until there is something to read again.
        (error: unknown) => terminal.complain(`hopwise: ${error instanceof Error ? error.message : error}\n`),
      );
    }, quiet);
  });

  await terminal.untilStopped();
  clearTimeout(waiting);
  await server.close();
  return 0;
}

function makeServed({ shelved, pictures }: LoadedSite, { pages }: AppFiles): Served {
  const live = linkTag({ id: "live", rel: "hopwise-live", href: `./${livePath}` });
  return { files: makeSite({ shelved, pages, tags: [live] }), pictures };
}
