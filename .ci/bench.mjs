// `npm run bench`: builds what is measured, bundles test/bench/bench.ts and runs it. Prints a table, writes dist/bench.json.
// `npm run bench -- draw app` measures only those parts (draw, sample, app, blast, tasks, write, command, embed).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureChromium } from "./chromium.mjs";
import { ensureDependencies, requireNode, root } from "./setup.mjs";

requireNode();
ensureDependencies();
process.env.CHROMIUM_PATH = await ensureChromium();

const { build } = await import("vite");
const { default: react } = await import("@vitejs/plugin-react");
const cache = join(root, ".cache", "bench");
mkdirSync(cache, { recursive: true });

console.log("Building the app, the command and the bench page …");
await build({ root, logLevel: "warn" });
await import("./build-cli.mjs");
await build({
  root: join(root, "test", "bench", "page"),
  configFile: false,
  base: "./",
  logLevel: "error",
  publicDir: false,
  plugins: [react()],
  worker: { format: "es" },
  // As in vite.config.ts: a worker has no document.
  resolve: {
    alias: {
      "decode-named-character-reference": join(root, "node_modules", "decode-named-character-reference", "index.js"),
    },
  },
  build: { outDir: join(cache, "page"), emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 10_000 },
});
await build({
  root,
  configFile: false,
  logLevel: "error",
  publicDir: false,
  build: {
    ssr: join(root, "test", "bench", "bench.ts"),
    outDir: cache,
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "bench.mjs", codeSplitting: false } },
  },
});
const { bench } = await import(pathToFileURL(join(cache, "bench.mjs")).href);
await bench(root, process.argv.slice(2));
