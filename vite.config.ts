import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { build } from "vite";
import { defineConfig } from "vitest/config";
import { compileAtOnce } from "./.ci/compile-at-once.mjs";
import { elementConfig } from "./.ci/element-config.mjs";
import { mermaidPage } from "./src/mermaid-page.ts";
import { prebuiltGlyphs } from "./src/prebuilt-glyphs.ts";
import { sitePlugin } from "./src/site-plugin.ts";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    sitePlugin(join(import.meta.dirname, "scenarios"), join(import.meta.dirname, "dist", "site")),
    prebuiltGlyphs(),
    pageScripts(),
    mermaidPage(),
    compileAtOnce(),
    chunkModules(),
  ],
  // The worker that draws loads the letters' shapes when it comes to them.
  worker: { format: "es", plugins: () => [prebuiltGlyphs()] },
  // Markdown is read in a worker too, where there is no document: the entity decoder's build with a table of its own.
  resolve: {
    alias: {
      "decode-named-character-reference": join(
        import.meta.dirname,
        "node_modules/decode-named-character-reference/index.js",
      ),
    },
  },
  build: {
    outDir: "dist/app",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // What the page loads at first is one chunk, whatever later views share with it: many small ones compress worse.
    // The waterfall's parts are one chunk, too, and the notes', which come after the scenario can be played.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "app", tags: ["$initial"], priority: 2 },
            { name: "Notes", test: /src\/ui\/(walk\/notes|prose)\/(?!highlight|NoteDiagram)/, priority: 1 },
            { name: "Waterfall", test: /src\/(scene|ui\/walk)\/waterfall\/|node_modules\/d3-/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/{unit,property,golden}/**/*.test.ts"],
          environment: "node",
          setupFiles: ["test/fixtures/property-seed.ts"],
          // Files share what they import: nothing in the rooms they test keeps a state, and half of the time was imports.
          isolate: false,
          // For machines that are busy with something else; nothing here takes a second by itself.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "ui",
          include: ["test/ui/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          setupFiles: ["test/fixtures/property-seed.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/{e2e,conformance}/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          // What a page comes to is waited for; a busy machine takes its time.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          // A page mostly waits: two files at a time keep two cores busy.
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
    ],
  },
});

/** Lists which modules each chunk was made of, for .ci/sizes.mjs. Beside the site, not in it. */
function chunkModules(): Plugin {
  return {
    name: "hopwise-chunk-modules",
    apply: "build",
    writeBundle(_options, bundle) {
      const root = this.environment.config.root;
      const made: Record<string, string[]> = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") made[chunk.fileName] = chunk.moduleIds.map((id) => relative(root, id));
      }
      mkdirSync(join(root, "dist"), { recursive: true });
      writeFileSync(join(root, "dist", "chunk-modules.json"), JSON.stringify(made));
    },
  };
}

/** Scripts for pages of other sites, under names that stay: the component, the frames' page and what resizes the frames. */
function pageScripts(): Plugin {
  const entries = { "hopwise-flow": "element.ts", "hopwise-embed": "embed-page.tsx", "hopwise-resize": "resize.ts" };
  return {
    name: "hopwise-page-scripts",
    apply: "build",
    async writeBundle(options) {
      const { root } = this.environment.config;
      for (const [name, entry] of Object.entries(entries)) {
        await build(elementConfig(join(root, "src", entry), join(options.dir ?? "", "scripts"), name));
      }
    },
  };
}
