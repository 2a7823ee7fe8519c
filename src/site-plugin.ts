import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Plugin } from "vite";
import { loadSite } from "./cli/load-site.ts";
import { workerName } from "./cli/offline.ts";
import { readApp } from "./cli/read-app.ts";
import { writeSite } from "./cli/write-site.ts";
import { libraryFiles } from "./site/library-files.ts";
import { makeSite } from "./site/make-site.ts";
import { pictureType } from "./site/picture-types.ts";

/**
 * Joins the app and the chapters we ship, by the very code that `hopwise build` and `serve` run: a build ends with a
 * site in `out`, and the dev server answers for the chapters' data.
 */
export function sitePlugin(chapters: string, out: string): Plugin {
  const read = () => loadSite(chapters, { folder: process.cwd(), readInput: async () => new Uint8Array() });
  let app: string | undefined;
  return {
    name: "hopwise-site",
    // What is previewed is the site, not the app without its chapters.
    config: (_config, { isPreview }) => (isPreview ? { build: { outDir: out } } : undefined),
    configResolved({ command, build, root }) {
      if (command === "build") app = join(root, build.outDir);
    },
    async closeBundle() {
      if (app === undefined || this.environment.name !== "client") return;
      await buildWorker(app);
      await rm(out, { recursive: true, force: true });
      const built = await readApp(app);
      const { shelved, pictures } = await read();
      await writeSite(out, built, makeSite({ shelved, pages: built.pages }), out, pictures);
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html, { server }) {
        if (!server) return html;
        const { shelved } = await read();
        const page = makeSite({ shelved, pages: new Map([["index.html", html]]) }).find(
          ({ path }) => path === "index.html",
        );
        // The dev server injects inline styles and scripts, which the policy of the built page forbids.
        return page?.content.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "");
      },
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = decodeURIComponent(request.url?.split("?")[0] ?? "").slice(1);
        if (!/^(library|chapters)\//.test(path)) return next();
        const { shelved, pictures } = await read();
        const picture = pictures.get(path);
        if (picture !== undefined) {
          response.setHeader("content-type", pictureType(picture) ?? "");
          return void createReadStream(picture).on("error", next).pipe(response);
        }
        const file = libraryFiles(shelved).files.find((each) => each.path === path);
        if (!file) return next();
        response.setHeader("content-type", path.endsWith(".json") ? "application/json" : "text/markdown;charset=utf-8");
        response.end(file.content);
      });
      server.watcher.add(chapters);
      server.watcher.on("all", (_event, file) => {
        if (!relative(chapters, file).startsWith("..") && file.endsWith(".md")) server.ws.send({ type: "full-reload" });
      });
    },
  };
}

/** The service worker is a script by itself, beside the app: `hopwise build` tells it what to keep. */
async function buildWorker(app: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      lib: {
        entry: join(import.meta.dirname, "offline-worker.ts"),
        formats: ["iife"],
        name: "hopwiseOffline",
        fileName: () => workerName,
      },
      outDir: app,
      emptyOutDir: false,
      target: "es2022",
      minify: true,
    },
  });
}
