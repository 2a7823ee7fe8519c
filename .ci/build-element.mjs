// Builds the web component into dist/hopwise-flow.js: the same views as the app's, under Preact instead of
// React, their style sheets inside. What only the app shows (where a result comes from, findings) is left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const { build } = await import("vite");

/** A custom property of ours can be set from outside: `--hopwise-accent`. */
const openToPage = (css) =>
  css.replace(/(--[a-z-]+): ([^;{}]+);/g, "$1: var(--hopwise$1, $2);").replaceAll("--hopwise--", "--hopwise-");

/** A view's style sheet for a shadow root: the frame stands for the page, and its width is the width that counts. */
function forShadow(file) {
  const css = readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/:root(\[data-theme="dark"\])?/g, ".flow-frame$1")
    .replace(/^html \{[^}]*\}|^body \{[^}]*\}/gm, "")
    .replace(/@media (\((?:max|min)-width: \d+px\))(?= \{)/g, "@container flow $1");
  return (file.endsWith("tokens.css") ? openToPage(css) : css).replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1");
}

function stylesForShadow() {
  const id = "\0flow-styles";
  const sheets = new Set([
    join(root, "src/ui/theme/tokens.css"),
    join(root, "src/ui/theme/base.css"),
    join(root, "src/ui/shared/controls.css"),
  ]);
  return {
    name: "hopwise-flow-styles",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "virtual:hopwise/flow-styles") return id;
      if (!source.endsWith(".css") || !importer) return undefined;
      sheets.add(join(importer, "..", source));
      return "\0no-styles";
    },
    load: (module) => (module === id ? 'export default "STYLES_OF_FLOW"' : module === "\0no-styles" ? "" : undefined),
    // Only now is it known which sheets the views asked for.
    generateBundle(_options, bundle) {
      const css = JSON.stringify([...sheets].map(forShadow).join(""));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") chunk.code = chunk.code.replace(/(["'`])STYLES_OF_FLOW\1/, () => css);
      }
    },
  };
}

/** Modules that the component does without, and what stands in their place. */
const without = new Map([
  ["explain-verdict.ts", "export const explainVerdict = () => [];"],
  ["find-findings.ts", "export const findFindings = () => {};"],
  // lucide's own icon component and its context: small-icon.ts stands for both.
  ["Icon.mjs", "export default undefined;"],
  ["context.mjs", "export const LucideProvider = undefined; export const useLucideContext = undefined;"],
  // Of GFM only tables mean something here; the whole of it brings a printer of Markdown along.
  [
    "parse-markdown.ts",
    `import { fromMarkdown } from "mdast-util-from-markdown";
     import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
     import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
     import { frontmatter } from "micromark-extension-frontmatter";
     import { gfmTable } from "micromark-extension-gfm-table";
     export const parseMarkdown = (text) => fromMarkdown(text, {
       extensions: [gfmTable(), frontmatter(["yaml"])],
       mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
     });`,
  ],
]);

const leaveOut = {
  name: "hopwise-leave-out",
  enforce: "pre",
  resolveId(source, importer) {
    if (/^react(-dom(\/client)?)?$/.test(source)) return join(root, "src/embed/small-react.ts");
    if (source.endsWith("/createLucideIcon.mjs")) return join(root, "src/embed/small-icon.ts");
    if (source === "github-slugger") return join(root, "src/browser/small-slugger.ts");
    // YAML has a file of its own, for chapters whose front matter needs it.
    const reads = source.endsWith("/read-front-matter.ts") && importer?.endsWith("draft-chapter.ts");
    return reads ? join(root, "src/browser/front-matter-later.ts") : undefined;
  },
  load: (id) => without.get(id.split(/[\\/]/).at(-1)),
};

await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  plugins: [stylesForShadow(), leaveOut],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { "process.env.NODE_ENV": '"production"' },
  resolve: {
    alias: { "react/jsx-runtime": "preact/jsx-runtime" },
  },
  build: {
    outDir: join(root, "dist"),
    emptyOutDir: false,
    target: "es2022",
    minify: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // lucide marks its modules for React's servers; here there are none.
      checks: { moduleLevelDirective: false },
      input: join(root, "src/element.ts"),
      preserveEntrySignatures: "allow-extension",
      output: { format: "es", entryFileNames: "hopwise-flow.js", chunkFileNames: "hopwise-[name].js" },
    },
  },
});
