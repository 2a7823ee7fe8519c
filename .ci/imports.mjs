// Checks the import table (.dependency-cruiser.cjs) and that the tool saw every module of src: with a TypeScript it
// does not know, dependency-cruiser reads no file at all and reports success.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./setup.mjs";

// Another folder may be given, so that a test can break a rule in a copy.
const folder = resolve(process.argv[2] ?? root);
const cli = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
const { stdout, stderr } = spawnSync(
  process.execPath,
  [cli, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"],
  { cwd: folder, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
);

let result;
try {
  result = JSON.parse(stdout);
} catch {
  console.error(`dependency-cruiser gave no result:\n${stderr || stdout}`);
  process.exit(1);
}

const comments = new Map(result.summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
const { violations } = result.summary;
for (const { rule, from, to, cycle } of violations) {
  const path = cycle?.length ? cycle.map((step) => step.name ?? step).join(" → ") : to;
  console.error(`${rule.name}: ${from} → ${path}\n    ${comments.get(rule.name) ?? ""}`);
}

const isOurs = (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts");
const seen = result.modules.filter(({ source }) => source.startsWith("src/") && isOurs(source)).length;
const there = readdirSync(join(folder, "src"), { recursive: true }).filter((file) => isOurs(String(file))).length;
if (seen === 0 || seen !== there) {
  console.error(`dependency-cruiser saw ${seen} of the ${there} modules in src: its verdict is worth nothing.`);
  process.exit(1);
}
console.log(
  `${seen} modules, ${result.summary.totalDependenciesCruised} imports, ${violations.length} against the table`,
);
process.exit(violations.length > 0 ? 1 : 0);
