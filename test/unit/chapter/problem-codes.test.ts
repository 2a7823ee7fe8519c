import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const rooms =
  /"((?:chapter|markdown|front-matter|index|directive|latency|fault|lifeline|finding|sequence|walkthrough)\/[a-z-]+)"/g;

it("lists in FORMAT.md every problem code that the parser gives, and no other", () => {
  const sources = readdirSync(`${root}src/chapter`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`${root}src/chapter/${name}`, "utf8"));
  const given = sources.flatMap((text) => [
    ...[...text.matchAll(rooms)].map((match) => match[1]),
    // The grammar's sayings: the first argument, or a choice between two.
    ...[...text.matchAll(/\bsaying\(\s*([^,]+),/g)].flatMap((call) =>
      [...(call[1] ?? "").matchAll(/(?:^|[?:]\s*)"([a-z-]+)"/g)].map((match) => `sequence/${match[1]}`),
    ),
  ]);
  const format = readFileSync(`${root}scenarios/FORMAT.md`, "utf8");
  const listed = [...format.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map((match) => match[1]);
  expect([...listed].sort()).toEqual([...new Set(given)].sort());
});
