import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { applyFix } from "../../../../src/chapter/apply-fix.ts";
import { parseChapter } from "../../../../src/chapter/parse-chapter.ts";
import { parseLibrary } from "../../../../src/chapter/parse-library.ts";
import type { Problem } from "../../../../src/model/problem.ts";

const fixtures = fileURLToPath(new URL("../../../fixtures/chapters/", import.meta.url));
const shipped = fileURLToPath(new URL("../../../../scenarios/honeydue/", import.meta.url));
const made: Record<string, string> = {
  "layers.md": `---
layers:
  api: { name: Api, kind: service }
  spare:
    name: Spare
    kind: store
  idle: Idle
faults:
  spare-down: { layer: lost-one, title: Lost }
---
# T

\`\`\`mermaid
sequenceDiagram
    %% @layer api
    participant A as api
    participant B as Billing
    A->>B: bill
    B-->>A: done
    C->>A: ask
\`\`\`
`,
  "place.md": "# T\n\n```mermaid\nsequenceDiagram\n  %% @place Nurembreg\n  participant A as Api\n  A->>B: x\n```\n",
  "two.md":
    "# T\r\n\r\n## Hop 1 — A → B\r\n\r\n```mermaid\r\nsequenceDiagram\r\n  participant A as Edge cache\r\n  participant B as Shop api\r\n  A->>B: x\r\n```\r\n\r\nLatency: 3 ms\r\n\r\n## Hop 2 — B → C\r\n\r\n```mermaid\r\nsequenceDiagram\r\n  participant SA as Shop api pod\r\n  participant A as Database\r\n  SA->>A: x\r\n```\r\n\r\n| Hop | Latency |\r\n|---|---|\r\n| Edge cache → Shop api | 5 ms |\r\n| Shop api → Database | 7 ms |\r\n\r\nTotal: 20 ms\r\n",
};

const texts = new Map([
  ...readdirSync(fixtures).map((name) => [name, readFileSync(fixtures + name, "utf8")] as const),
  ...Object.entries(made),
]);

const errorsOf = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === "error").length;
const same = (problem: Problem) => (other: Problem) => other.code === problem.code && other.message === problem.message;

/** Applies every fix that has edits and looks at the text again. Returns the codes that were mended. */
function mendAll(
  problems: readonly Problem[],
  textOf: (file: string) => string,
  read: (file: string, text: string) => readonly Problem[],
): string[] {
  return problems.flatMap((problem) => {
    if (!problem.fix?.edits) return [];
    const text = applyFix(textOf(problem.file), problem.fix);
    const after = read(problem.file, text);
    expect(after.filter(same(problem)), `${problem.file}: ${problem.message}`).toEqual([]);
    expect(errorsOf(after), `${problem.file}: ${problem.fix.title}`).toBeLessThanOrEqual(errorsOf(problems));
    return [problem.code];
  });
}

describe("a fix that a machine can make", () => {
  it.each([...texts.keys()])("removes its problem and adds no error: %s", (file) => {
    const text = texts.get(file) ?? "";
    mendAll(
      parseChapter(file, text).problems,
      () => text,
      (name, now) => parseChapter(name, now).problems,
    );
  });

  it("exists for what a line can say, and holds in every fixture together", () => {
    const codes = new Set(
      [...texts].flatMap(([file, text]) =>
        parseChapter(file, text).problems.flatMap(({ code, fix }) => (fix?.edits ? [code] : [])),
      ),
    );
    expect([...codes].sort()).toEqual([
      "directive/unknown-place",
      "finding/hop-and-budget-differ",
      "finding/idle-layer",
      "finding/lifeline-without-layer",
      "finding/total-and-sum-differ",
      "lifeline/kept-apart",
      "lifeline/unified",
    ]);
  });

  it("holds in the shipped library", () => {
    const files = readdirSync(shipped)
      .filter((name) => name.endsWith(".md"))
      .map((file) => ({ file, text: readFileSync(shipped + file, "utf8") }));
    const { problems } = parseLibrary("honeydue", files);
    const mended = mendAll(
      problems,
      (file) => files.find((each) => each.file === file)?.text ?? "",
      (file, text) =>
        parseLibrary(
          "honeydue",
          files.map((each) => (each.file === file ? { file, text } : each)),
        ).problems,
    );
    expect(mended).toContain("finding/total-and-sum-differ");
  });
});

describe("what is odd in honeyDue's own figures", () => {
  const problems = parseLibrary(
    "honeydue",
    readdirSync(shipped).map((file) => ({ file, text: readFileSync(shipped + file, "utf8") })),
  ).problems;

  it("is said at Traefik, at Postgres and at the total", () => {
    const said = problems.filter(({ code }) => code.endsWith("-differ")).map(({ message }) => message);
    expect(said).toEqual([
      "Hop 3 states 0–3 ms, its budget row “Traefik → api (same or other node)” (line 242) 1–3 ms; 1–3 ms counts.",
      "Hop 4 states 0–10 ms or 80 ms, its budget row “api → Postgres (query)” (line 244) 20–60 ms; 20–60 ms or 0–10 ms or 80 ms counts, as chosen.",
      "The budget's rows add up to 214–347 ms, the stated total is 220–310 ms.",
    ]);
  });

  it("is no error and no warning", () => {
    expect(problems.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});
