import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { makeSite, type SitePlan } from "../site/make-site.ts";
import { parseSiteAddress, type SiteAddress } from "../site/site-address.ts";
import type { SiteFile } from "../site/site-file.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { loadSite } from "./load-site.ts";
import { keepPictures, nameBuild, printWorker, readOffline } from "./offline.ts";
import { problemJson } from "./outline-json.ts";
import { makePaint, wantsColor } from "./paint.ts";
import { printProblems, sayCounts } from "./print-problems.ts";
import { type AppFiles, readApp } from "./read-app.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { writeSite } from "./write-site.ts";

export interface BuildOptions extends CommonOptions {
  readonly out: string;
  readonly base?: string;
}

/** `hopwise build`: a static site of a folder's chapters. Returns the exit status. */
export async function build(path: string, options: BuildOptions, terminal: Terminal): Promise<number> {
  const began = performance.now();
  const site = readBase(options.base);
  const [loaded, app] = await Promise.all([loadSite(path, terminal), readApp(terminal.app)]);
  const scenarios = loaded.shelved.flatMap(({ library }) => library.chapters.flatMap((chapter) => chapter.scenarios));
  if (loaded.shelved.length === 0) {
    throw new UsageError(`There is nothing to play in ${path}: no chapter has a sequenceDiagram that can be read.`);
  }
  const { there, missing } = await sortPictures(loaded.pictures);
  const files = await makeFiles({ shelved: loaded.shelved, pages: app.pages, ...(site ? { site } : {}) }, app, there);
  await writeSite(resolve(terminal.folder, options.out), app, files, options.out, there);
  const seconds = (performance.now() - began) / 1000;
  const lost = missing.map((file) => relative(terminal.folder, file));

  const status = statusOf(loaded.problems, options.strict);
  if (options.json) {
    const { problems } = loaded;
    const pages = files.map((file) => file.path).filter((file) => file.endsWith("index.html"));
    const said = {
      out: options.out,
      scenarios: scenarios.length,
      pages,
      missingPictures: lost,
      problems: problems.map(problemJson),
    };
    terminal.write(`${JSON.stringify(said, null, 2)}\n`);
    return status;
  }
  const paint = makePaint(wantsColor(terminal, options.color));
  if (status !== 0) terminal.write(`${printProblems(loaded.problems, loaded.text, paint)}\n`);
  const sign = status === 0 ? paint("good", "✓") : paint("bad", "✗");
  const count = `${scenarios.length} ${scenarios.length === 1 ? "scenario" : "scenarios"}`;
  terminal.write(`${sign} ${options.out}: ${count}, ${sayCounts(loaded.problems)} (${seconds.toFixed(2)} s)\n`);
  if (lost.length > 0) {
    terminal.write(paint("muted", `  Pictures that notes show and that are not there: ${lost.join(", ")}\n`));
  }
  if (site?.origin === undefined) {
    terminal.write(
      paint("muted", "  No sitemap: it needs the whole address, such as --base https://example.org/docs/flows/\n"),
    );
  }
  return status;
}

/** The site's files, the worker that keeps them for when there is no network among them. */
async function makeFiles(
  plan: SitePlan,
  app: AppFiles,
  pictures: ReadonlyMap<string, string>,
): Promise<readonly SiteFile[]> {
  const offline = await readOffline(app);
  if (!offline) return makeSite(plan);
  const kept = [...offline.kept, ...(await keepPictures(pictures))];
  // A build is named by what its pages say, so they say its name last.
  const unnamed = makeSite({ ...plan, tags: [buildTag("")] });
  const build = nameBuild(kept, plan.pages, unnamed);
  const files = unnamed.map(({ path, content }) => ({
    path,
    content: path.endsWith(".html") ? content.replace(buildTag(""), buildTag(build)) : content,
  }));
  return [...files, printWorker(offline.worker, build, kept, files)];
}

/** Which of the pictures are there, and where the others should be. */
async function sortPictures(pictures: ReadonlyMap<string, string>) {
  const there = new Map<string, string>();
  const missing: string[] = [];
  for (const [path, file] of pictures) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) there.set(path, file);
    else missing.push(file);
  }
  return { there, missing };
}

function buildTag(name: string): string {
  return `<meta id="offline" name="hopwise-build" content="${name}" />`;
}

function readBase(text: string | undefined): SiteAddress | undefined {
  if (text === undefined) return undefined;
  const site = parseSiteAddress(text);
  if (site) return site;
  throw new UsageError(`--base wants a path such as /docs/flows/ or a whole address, not “${text}”.`);
}
