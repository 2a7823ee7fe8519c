// Bundles the library (`hopwise/engine`) into dist/engine.js and writes its types to dist/types. The types of Markdown
// trees are copied beside ours, so that the package needs no other.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build } from "vite";
import { root } from "./setup.mjs";

await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  // As in vite.config.ts: neither a worker nor Node has a document.
  resolve: {
    alias: {
      "decode-named-character-reference": join(root, "node_modules", "decode-named-character-reference", "index.js"),
    },
  },
  build: {
    lib: { entry: join(root, "src", "engine.ts"), formats: ["es"], fileName: () => "engine.js" },
    outDir: join(root, "dist"),
    emptyOutDir: false,
    target: "es2022",
  },
});

const types = join(root, "dist", "types");
rmSync(types, { recursive: true, force: true });
const config = join(root, ".cache", "tsconfig.engine.json");
mkdirSync(join(root, ".cache"), { recursive: true });
const options = {
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  rewriteRelativeImportExtensions: true,
  rootDir: join(root, "src"),
  outDir: types,
  lib: ["ES2023"],
  types: [],
};
writeFileSync(
  config,
  JSON.stringify({
    extends: "../tsconfig.json",
    compilerOptions: options,
    include: [],
    files: ["../src/engine.ts", "../src/embed/events.ts"],
  }),
);
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", config], { stdio: "inherit" });
if (status !== 0) process.exit(1);

// The component's types are written by hand, as it is seen from outside.
for (const [from, to] of [
  ["element-package", "element"],
  ["element-package-react", "element-react"],
]) {
  const text = readFileSync(join(root, "src", `${from}.d.ts`), "utf8");
  writeFileSync(join(types, `${to}.d.ts`), text.replaceAll("./element-package.d.ts", "./element.js"));
}
for (const name of ["mdast", "unist"]) {
  cpSync(join(root, "node_modules", "@types", name, "index.d.ts"), join(types, `${name}.d.ts`));
}
for (const file of readdirSync(types, { recursive: true }).filter((name) => name.endsWith(".d.ts"))) {
  const up = relative(dirname(join(types, file)), types).replaceAll("\\", "/") || ".";
  const text = readFileSync(join(types, file), "utf8")
    .replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"')
    .replace(/from ["'](mdast|unist)["']/g, `from "${up}/$1.js"`);
  writeFileSync(join(types, file), text);
}
