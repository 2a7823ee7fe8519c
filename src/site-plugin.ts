import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { getVerdict } from "./analysis/get-verdict.ts";
import { parseLibrary } from "./chapter/parse-library.ts";
import { simulate } from "./engine/simulate.ts";
import type { Chapter, Library } from "./model/chapter.ts";
import { healthyRun } from "./model/run.ts";
import type { Scenario } from "./model/scenario.ts";
import type { ChapterCard, LibraryCard, ScenarioCard } from "./session/ports/shelf.ts";

const shelfId = "virtual:hopwise/shelf";
const chapterPrefix = "virtual:hopwise/chapter/";
const textPrefix = "virtual:hopwise/text/";

interface Shelved {
  readonly libraries: readonly Library[];
  /** Raw text by file. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the shipped libraries when the page is built (or the dev server starts), so that a reader's browser needs no
 * parser for them: one small index for the library page, one chunk per chapter, and the raw text for "why", each
 * loaded when asked for.
 */
export function prebuiltLibrary(root: string): Plugin {
  let shelved: Shelved | undefined;
  const shelf = (): Shelved => {
    shelved ??= readShelf(root);
    return shelved;
  };
  return {
    name: "hopwise-prebuilt-library",
    resolveId(id) {
      return id.startsWith("virtual:hopwise/") ? `\0${id}` : undefined;
    },
    load(resolved) {
      if (!resolved.startsWith("\0virtual:hopwise/")) return undefined;
      const id = resolved.slice(1);
      if (id === shelfId) return printShelf(shelf());
      if (id.startsWith(chapterPrefix)) return printChapterModule(shelf(), id.slice(chapterPrefix.length));
      if (id.startsWith(textPrefix)) return printData(shelf().texts.get(id.slice(textPrefix.length)) ?? "");
      return undefined;
    },
    transformIndexHtml: {
      order: "pre",
      // Vite's dev server injects inline styles and scripts, which the policy of the built page forbids.
      handler: (html, { server }) =>
        server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "") : html,
    },
    configureServer(server) {
      server.watcher.add(root);
      const reload = (file: string): void => {
        if (relative(root, file).startsWith("..") || !file.endsWith(".md")) return;
        shelved = undefined;
        for (const [id, module] of server.moduleGraph.idToModuleMap) {
          if (id.startsWith("\0virtual:hopwise/")) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: "full-reload" });
      };
      server.watcher.on("change", reload);
      server.watcher.on("add", reload);
      server.watcher.on("unlink", reload);
    },
  };
}

function readShelf(root: string): Shelved {
  const texts = new Map<string, string>();
  const libraries = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = markdownIn(join(root, name)).map((path) => ({
        file: `${name}/${relative(join(root, name), path).replaceAll("\\", "/")}`,
        text: readFileSync(path, "utf8"),
      }));
      for (const { file, text } of files) texts.set(file, text);
      return parseLibrary(name, files);
    });
  return { libraries: libraries.filter(({ chapters }) => chapters.length > 0), texts };
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? markdownIn(path) : entry.name.endsWith(".md") ? [path] : [];
    })
    .sort();
}

function printShelf({ libraries, texts }: Shelved): string {
  const cards: LibraryCard[] = libraries.map((library) => ({
    id: library.id,
    title: library.title,
    ...(library.summary === undefined ? {} : { summary: library.summary }),
    faults: library.system.faults.length,
    chapters: library.chapters.map(makeChapterCard),
  }));
  const ids = libraries.flatMap(({ chapters }) => chapters.map(({ id }) => id));
  const imports = (prefix: string, names: readonly string[]): string =>
    names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(prefix + name)})`).join(",\n");
  return [
    `export const cards = JSON.parse(${JSON.stringify(JSON.stringify(cards))});`,
    `export const chapters = {${imports(chapterPrefix, ids)}};`,
    `export const texts = {${imports(textPrefix, [...texts.keys()])}};`,
  ].join("\n");
}

function makeChapterCard(chapter: Chapter): ChapterCard {
  return {
    id: chapter.id,
    title: chapter.title,
    ...(chapter.summary === undefined ? {} : { summary: chapter.summary }),
    problems: chapter.problems.filter(({ severity }) => severity === "error").length,
    scenarios: chapter.scenarios.map((scenario) => makeScenarioCard(chapter, scenario)),
  };
}

/** Plays the scenario healthy, and once under each fault alone. */
function makeScenarioCard({ system }: Chapter, scenario: Scenario): ScenarioCard {
  const healthy = simulate(scenario, system, healthyRun);
  const breaks = system.faults.flatMap(({ id, title }) => {
    const trace = simulate(scenario, system, { ...healthyRun, faults: [{ id }] });
    const { outcome } = getVerdict(scenario, system, trace);
    return outcome === "ok" ? [] : [{ fault: id, title, outcome }];
  });
  const stated = scenario.budget?.stated?.text;
  return {
    id: scenario.id,
    title: scenario.title,
    ...(scenario.summary === undefined ? {} : { summary: scenario.summary }),
    hops: scenario.hops.length,
    messages: healthy.messages.length,
    total: healthy.total,
    ...(stated === undefined ? {} : { stated }),
    breaks,
  };
}

function printChapterModule({ libraries }: Shelved, id: string): string {
  for (const library of libraries) {
    const chapter = library.chapters.find((one) => one.id === id);
    // Alone with its own problems: the neighbours' chapters are chunks of their own.
    if (chapter) return printData({ ...library, chapters: [chapter], problems: chapter.problems, notes: [] });
  }
  return "export default undefined;";
}

/** JSON.parse of a string is read faster by browsers than the same as an object literal. */
function printData(data: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}
