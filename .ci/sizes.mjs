// Weighs the built app: everything the first view loads (JS and CSS, gzipped, fonts apart), and that none of the heavy
// readers and drawers are among it. Reads Vite's manifest, so the app must have been built.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./setup.mjs";

const limitBytes = 160_000;
/** The web component by itself, which plays a sequence diagram; and with its reader of Markdown, which plays a chapter. */
const elementLimit = 90_000;
const chapterLimit = 108_500;
/** Packages that must not be part of what the first view loads. */
const kept = [
  "mermaid",
  "@codemirror",
  "codemirror",
  "remark-parse",
  "remark-gfm",
  "micromark",
  "yaml",
  "unified",
  "axe-core",
];

const app = join(root, "dist", "app");
const manifestFile = join(app, ".vite", "manifest.json");
if (!existsSync(manifestFile)) {
  console.error("There is no built app (dist/app/.vite/manifest.json). Run `npm run build` first.");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry && key.endsWith("index.html"));
if (!entry) {
  console.error("The manifest names no entry for index.html.");
  process.exit(1);
}

/** What the first view loads: the entry, what it imports statically, and what it asks for at once. */
const firstView = new Set();
const files = new Set();
// The Walk view comes in a chunk of its own, at once when a link points to it: a scenario cannot be played without.
const walk = Object.keys(manifest).find((key) => key.endsWith("WalkView.tsx"));
const queue = walk ? [entry, walk] : [entry];
while (queue.length > 0) {
  const key = queue.pop();
  if (firstView.has(key)) continue;
  firstView.add(key);
  const chunk = manifest[key];
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  queue.push(...(chunk.imports ?? []));
}

let total = 0;
for (const file of [...files].sort()) {
  const bytes = gzipSync(readFileSync(join(app, file)), { level: 9 }).length;
  total += bytes;
  console.log(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(
  `  ${(total / 1000).toFixed(1).padStart(7)} kB  Walk view and all it needs, gzipped (at most ${limitBytes / 1000}, the chapter included: test/e2e/first-view.test.ts)`,
);

const failures = [];
if (total > limitBytes) failures.push(`The first view weighs ${total} bytes, ${total - limitBytes} too many.`);
// The build writes which modules each chunk was made of (see vite.config.ts).
const made = JSON.parse(readFileSync(join(root, "dist", "chunk-modules.json"), "utf8"));
let modules = 0;
for (const file of files) {
  for (const module of made[file] ?? []) {
    modules += 1;
    const name = kept.find((word) => module.includes(`node_modules/${word}`));
    if (name) failures.push(`${file} of the first view contains ${name} (${module}).`);
  }
}
const elementFiles = [
  ["hopwise-flow.js", elementLimit, "<hopwise-flow>"],
  ["hopwise-flow-read-markdown.js", chapterLimit, "with its reader of Markdown chapters"],
];
let element = 0;
for (const [file, limit, what] of elementFiles) {
  if (!existsSync(join(root, "dist", file))) {
    failures.push(`There is no dist/${file}; \`npm run build\` makes it.`);
    continue;
  }
  element += gzipSync(readFileSync(join(root, "dist", file)), { level: 9 }).length;
  console.log(`  ${(element / 1000).toFixed(1).padStart(7)} kB  ${what}, gzipped (at most ${limit / 1000})`);
  if (element > limit) failures.push(`${file} brings it to ${element} bytes, ${element - limit} too many.`);
}
if (modules === 0) failures.push("The list of modules is empty: nothing was checked.");
console.log(`  ${modules} modules in the first view`);
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
