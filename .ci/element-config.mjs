// How the web component is made of the app's own modules: the same views under Preact instead of React, their style
// sheets inside. What only the app shows (where a result comes from, findings, warnings) is left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "lightningcss";
import { minify } from "terser";
import { compileAtOnce } from "./compile-at-once.mjs";
import { root } from "./setup.mjs";

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
  return file.endsWith("tokens.css") ? openToPage(css) : css;
}

function stylesForShadow() {
  const id = "\0flow-styles";
  const first = ["src/ui/theme/tokens.css", "src/ui/theme/base.css", "src/ui/shared/controls.css"];
  const asked = new Map();
  return {
    name: "hopwise-flow-styles",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "virtual:hopwise/flow-styles") return id;
      if (!source.endsWith(".css") || !importer) return undefined;
      asked.set(importer, [...(asked.get(importer) ?? []), join(importer, "..", source)]);
      return "\0no-styles";
    },
    load: (module) => (module === id ? 'export default "STYLES_OF_FLOW"' : module === "\0no-styles" ? "" : undefined),
    // Only now is it known which sheets the views asked for.
    generateBundle(_options, bundle) {
      // By who asks, since who asks first is another with every build.
      const views = [...asked.keys()].sort();
      const sheets = new Set([...first.map((file) => join(root, file)), ...views.flatMap((view) => asked.get(view))]);
      const written = [...sheets].map(forShadow).join("");
      const { code } = transform({ filename: "flow.css", code: Buffer.from(written), minify: true });
      const css = `\`${code.toString().replace(/[`\\]|\$\{/g, "\\$&")}\``;
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
  // A walkthrough has no scenario, so a flow cannot play it.
  ["read-moments.ts", "export const readMoments = () => ({ notes: [], moments: [] });"],
  // What mends a chapter is shown where it is written.
  ["say-of-participant.ts", "export const sayOfParticipant = () => undefined;"],
  ["prose.ts", "export const proseOf = () => [];"],
  // A flow's chapter is not written while it is shown: all of its rows are new or none.
  ["is-same.ts", "export const isSame = undefined;"],
  ["stands-still.ts", "export const standsStill = () => {};"],
  // Nor is anything looked for in it: there is no field.
  ["find-messages.ts", "export const markText = (text) => [{ text, hit: false }];"],
  // What links and footnotes of notes lead to.
  [
    "definitions.ts",
    "export const readDefinitions = () => undefined; export const withDefinitions = (prose) => prose;",
  ],
  // lucide's own icon component and its context: small-icon.ts stands for both.
  ["Icon.mjs", "export default undefined;"],
  ["context.mjs", "export const LucideProvider = undefined; export const useLucideContext = undefined;"],
  // Bare addresses become links in notes, which a flow does not show.
  [
    "autolinks.ts",
    `export const findAddress = () => -1;
     export const readAddress = () => undefined;
     export const linkAddresses = (value) => [{ type: "text", value }];`,
  ],
]);

const inBrowser = new Map([
  ["github-slugger", "small-slugger.ts"],
  ["decode-named-character-reference", "entity-names.ts"],
  ["entity-names.ts", "entity-names.ts"],
  ["color-names.ts", "color-names.ts"],
]);

const leaveOut = {
  name: "hopwise-leave-out",
  enforce: "pre",
  resolveId(source, importer) {
    if (/^react(-dom(\/client)?)?$/.test(source)) return join(root, "src/embed/small-react.ts");
    if (source.endsWith("/createLucideIcon.mjs")) return join(root, "src/embed/small-icon.ts");
    // What a browser knows by itself needs no table.
    const known = inBrowser.get(source.split("/").at(-1));
    if (known) return join(root, "src/browser", known);
    if (source.endsWith("/shared/first-look.ts")) return join(root, "src/embed/first-look.ts");
    // Markdown has a file of its own, for chapters that are more than a diagram; and YAML, where front matter needs it.
    const later = [
      ["/read-markdown.ts", "/draft-chapter.ts", "markdown-later.ts"],
      ["/read-front-matter.ts", "/read-markdown.ts", "front-matter-later.ts"],
    ].find(([reader, user]) => source.endsWith(reader) && importer?.endsWith(user));
    return later ? join(root, "src/browser", later[2]) : undefined;
  },
  load: (id) => without.get(id.split(/[\\/]/).at(-1)),
};

/**
 * The component shows a chapter's errors. What only the editor and `hopwise check` say of it (warnings, things to know,
 * mends) weighs as much as a reader of tables.
 */
const sayErrorsOnly = {
  name: "hopwise-say-errors-only",
  transform(code, id) {
    if (!/[\\/]src[\\/]chapter[\\/]/.test(id)) return undefined;
    const cuts = [];
    const visit = (node) => {
      if (!node || typeof node !== "object") return;
      // A problem's name is for the editor and the command, too.
      if (node.type === "CallExpression" && node.callee.name === "saying")
        cuts.push([node.arguments[0].start, node.arguments[0].end, '""']);
      // Nor is it said why a figure cannot be read: that is a warning.
      if (node.type === "Property" && node.key.name === "why" && node.value.type === "Literal")
        cuts.push([node.value.start, node.value.end, '""']);
      if (node.type === "ExpressionStatement") {
        const call = node.expression.type === "ChainExpression" ? node.expression.expression : node.expression;
        const says = call.type === "CallExpression" && /^(?:add|report)$/.test(call.callee.property?.name ?? "");
        const [severity] = says ? call.arguments : [];
        if (severity?.value === "warning" || severity?.value === "info")
          return void cuts.push([node.start, node.end, ";"]);
        const [, code, , at, fix] = severity?.value === "error" ? call.arguments : [];
        if (code?.type === "Literal") cuts.push([code.start, code.end, '""']);
        if (fix) cuts.push([at.end, fix.end, ""]);
      }
      for (const part of Object.values(node)) if (part && typeof part === "object") visit(part);
    };
    visit(this.parse(code));
    let kept = code;
    for (const [start, end, text] of cuts.sort((a, b) => b[0] - a[0]))
      kept = kept.slice(0, start) + text + kept.slice(end);
    return cuts.length > 0 ? { code: kept, map: null } : undefined;
  },
};

/** A drawing of lucide's without what small-icon.ts has no use for: its name, its size and React's keys. */
const drawingsOnly = {
  name: "hopwise-drawings-only",
  transform: (code, id) =>
    /lucide-react[\\/].*[\\/]icons[\\/]/.test(id)
      ? { code: code.replace(/^ +(?:name: "[^"]*"|size: \d+),$|,\s*key: "[^"]*"/gm, ""), map: null }
      : undefined,
};

/** Minified once more, by one that inlines more: a script that stands in other people's pages is worth the seconds. */
const pressed = {
  name: "hopwise-pressed",
  enforce: "post",
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      // As below for the bundler: no property is read for what the reading does.
      const compress = { passes: 2, pure_getters: true };
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress });
      chunk.code = code;
    }
  },
};

/** Vite's configuration for an entry of the component's kind; its name is the file's that comes out. */
export const elementConfig = (input, outDir, name) => ({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  plugins: [stylesForShadow(), leaveOut, sayErrorsOnly, drawingsOnly, pressed, compileAtOnce()],
  // By the call that Preact itself makes nodes with: JSX's newer one would come on top.
  oxc: {
    jsx: { runtime: "classic", pragma: "_node", pragmaFrag: "_Nodes" },
    jsxInject: 'import { createElement as _node, Fragment as _Nodes } from "preact";',
  },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir,
    emptyOutDir: false,
    target: "es2022",
    minify: true,
    // As a library: without the helper that preloads, at whose import.meta.resolve webpack shakes its head.
    lib: { entry: input, formats: ["es"] },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // lucide marks its modules for React's servers; here there are none.
      checks: { moduleLevelDirective: false, pluginTimings: false },
      treeshake: {
        // Nothing here reads a property for what the reading does.
        propertyReadSideEffects: false,
        // The line above asks for Preact in every module: who has no views goes without it.
        moduleSideEffects: [{ test: /[\\/]preact[\\/]/, sideEffects: false }],
      },
      preserveEntrySignatures: "allow-extension",
      // Marks of what may be left out, where nothing is left to leave out.
      output: {
        minify: true,
        comments: { annotation: false },
        entryFileNames: `${name}.js`,
        chunkFileNames: `${name}-[name].js`,
      },
    },
  },
});
