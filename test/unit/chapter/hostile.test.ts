import { describe, expect, it } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { printChapter } from "../../../src/chapter/print-chapter.ts";

const codes = (text: string) => parseChapter("t.md", text).problems.map((problem) => problem.code);
const fence = (lines: readonly string[]) => `# T\n\n\`\`\`mermaid\nsequenceDiagram\n${lines.join("\n")}\n\`\`\`\n`;

describe("a file that is none, or means harm", () => {
  it("is refused with a message when it is empty, binary or too large", () => {
    expect(codes("")).toEqual(["chapter/empty"]);
    expect(codes(" \n\t\n")).toEqual(["chapter/empty"]);
    expect(codes("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR")).toEqual(["chapter/not-text"]);
    expect(codes("x".repeat(5_000_000))).toEqual(["chapter/too-large"]);
  });

  it("does not unfold a YAML bomb", () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(", ")}]`,
    );
    const text = `---\ntitle: Bomb\nl0: &l0 [x]\n${levels.join("\n")}\n---\n${fence(["A->>B: hi"])}`;
    const chapter = parseChapter("t.md", text);
    expect(chapter.problems.map((problem) => problem.code)).toContain("front-matter/broken");
    expect(chapter.scenarios).toHaveLength(1);
  });

  it("leaves every object's prototype alone", () => {
    const text = `---\n__proto__: { polluted: yes }\nlayers:\n  __proto__: { name: x }\n  constructor: { name: y }\nfaults:\n  __proto__: { status: 500 }\n---\n${fence(["participant __proto__", "__proto__->>constructor: toString"])}`;
    const chapter = parseChapter("t.md", text);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(chapter.scenarios[0]?.participants).toHaveLength(2);
  });

  it("reads ten thousand nested blocks without exhausting the stack", () => {
    const lines = [...Array(10_000).fill("alt a"), "A->>B: hi", ...Array(10_000).fill("end")];
    const chapter = parseChapter("t.md", fence(lines));
    expect(chapter.problems.map((problem) => problem.code)).toContain("sequence/too-deep");
    expect(chapter.scenarios[0]?.hops).toHaveLength(1);
  });

  it("reads ten thousand nested lists, quotations and brackets", () => {
    expect(codes(`${"> ".repeat(5_000)}x`)).toEqual(["chapter/too-deep"]);
    expect(printChapter("t.md", `${"> ".repeat(5_000)}x`)).toBe(`${"> ".repeat(5_000)}x`);
    expect(codes(`# T\n\n${"- ".repeat(2_000)}x`)).toEqual(["chapter/too-deep"]);
    expect(codes(`# T\n\n${"- ".repeat(60)}x`)).toEqual(["chapter/no-scenario"]);
    expect(() => parseChapter("t.md", `---\na: ${"[".repeat(10_000)}\n---\n# T\n`)).not.toThrow();
    expect(() => printChapter("t.md", `---\na: ${"[".repeat(10_000)}\n---\n# T\n`)).not.toThrow();
  });

  it("is quick about thousands of lifelines, choices and failures", () => {
    const many = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n));
    const arrows = many(2_000, (n) => `P${n}->>P${n + 1}: m`);
    const choices = many(2_000, (n) => `alt c${n}\nA->>B: m\nelse d${n}\nB->>A: m\nend`);
    const failures = many(3_000, (n) => `  f${n}: { title: B down ${n} }`);
    const began = performance.now();
    expect(parseChapter("t.md", fence(arrows)).scenarios[0]?.participants).toHaveLength(2_001);
    expect(parseChapter("t.md", fence(choices)).scenarios[0]?.choices).toHaveLength(2_000);
    const text = `---\nfaults:\n${failures.join("\n")}\n---\n${fence(["A->>B: hi"])}`;
    expect(parseChapter("t.md", text).system.faults).toHaveLength(3_000);
    // Generous: what is guarded against takes half a minute.
    expect(performance.now() - began).toBeLessThan(12_000);
  }, 60_000);

  it("keeps three hundred messages in order", () => {
    const lines = Array.from({ length: 300 }, (_, n) => `P${n % 7}->>P${(n + 1) % 7}: message ${n + 1}`);
    const [scenario] = parseChapter("t.md", fence(lines)).scenarios;
    const texts = scenario?.hops.flatMap((hop) =>
      hop.steps.flatMap((step) => (step.kind === "message" ? [step.text] : [])),
    );
    expect(texts).toEqual(Array.from({ length: 300 }, (_, n) => `message ${n + 1}`));
  });
});
