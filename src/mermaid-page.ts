import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const folder = join(import.meta.dirname, "mermaid-frame");
const name = "mermaid-frame.html";

/**
 * Makes the page that Mermaid draws in: one file with one classic script in it. The page is shown in a frame without an
 * origin, where module scripts would need a server's leave (CORS), and where only a script's own hash says for every
 * browser that this script and no other may run.
 */
export function mermaidPage(): Plugin {
  let made: Promise<string> | undefined;
  return {
    name: "hopwise-mermaid-page",
    async generateBundle() {
      if (this.environment.name !== "client") return;
      this.emitFile({ type: "asset", fileName: name, source: await makePage() });
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.url?.split("?")[0] !== `/${name}`) return next();
        made ??= makePage();
        const page = await made.catch(() => undefined);
        if (page === undefined) return next();
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(page);
      });
    },
  };
}

async function makePage(): Promise<string> {
  const results = await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: { katex: join(folder, "no-math.ts") } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(folder, "main.ts"), formats: ["iife"], name: "hopwiseMermaid" },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const output = Array.isArray(results) ? results[0]?.output : "output" in results ? results.output : undefined;
  const chunks = output?.filter((part) => part.type === "chunk") ?? [];
  const [only] = chunks;
  if (!only || chunks.length > 1) throw new Error(`${name} wants one script, and ${chunks.length} were built.`);
  const script = inlineScript(only.code);
  const hash = createHash("sha256").update(script, "utf8").digest("base64");
  const page = await readFile(join(folder, "page.html"), "utf8");
  return page
    .replace("%script-hash%", `sha256-${hash}`)
    .replace("<!-- hopwise:script -->", () => `<script>${script}</script>`);
}

/** A script's text as it may stand in a page: nothing of it ends the element or is read as something else. */
export function inlineScript(code: string): string {
  return code
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\\0")
    .replace(/<(?=\/script|!--)/gi, "\\x3C");
}
