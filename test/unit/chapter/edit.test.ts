import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeLine } from "../../../src/chapter/edit/complete.ts";
import { completeFrontMatter } from "../../../src/chapter/edit/complete-front-matter.ts";
import { fixesFor } from "../../../src/chapter/edit/fixes.ts";
import { formatEdits, lineEdits } from "../../../src/chapter/edit/format-edits.ts";
import { template } from "../../../src/chapter/edit/template.ts";
import { applyEdits } from "../../../src/chapter/edit/text-edit.ts";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { printChapter } from "../../../src/chapter/print-chapter.ts";

const known = {
  participants: [{ id: "GW", label: "Gateway" }],
  layers: [{ id: "redis", name: "Redis" }],
  faults: [{ id: "redis-down", title: "Redis down" }],
  choices: [{ id: "cache", title: "Cache", branches: [{ id: "miss", text: "Cache miss" }] }],
  scenarios: [{ id: "cart", title: "Cart" }],
};
const offered = (line: string) => completeLine(line, "diagram", known)?.offers.map(({ text }) => text) ?? [];

describe("completion", () => {
  it("offers directives, layers, failures, branches and participants where they belong", () => {
    expect(offered("  %% @")).toContain("@timeout ");
    expect(offered("  %% @via ufw, re")).toEqual(["redis"]);
    expect(offered("  %% @on ")).toEqual(["redis-down: "]);
    expect(offered("  %% @on redis-down: ta")).toContain('take "Cache miss"');
    expect(offered("  App->>G")).toEqual(["GW"]);
    expect(offered("  App->>GW: G")).toEqual([]);
    expect(offered("  G")).toEqual(expect.arrayContaining(["GW", "Note over "]));
    expect(offered("  用户->>网")).toEqual(["GW"]);
    expect(offered("  Note over ")).toEqual(["GW"]);
    expect(completeLine("  用户->>网", "diagram", known)?.from).toBe("  用户->>".length);
  });

  it.each([
    ["", "title: "],
    ["type: ", "walkthrough"],
    ["layers:\n  ", "redis: "],
    ["layers:\n  redis: { kind: st", "store"],
    ["layers:\n  redis:\n    participants: [App, ", "GW"],
    ["layers:\n  redis:\n    participants:\n      - ", "GW"],
    ["faults:\n  re", "redis-down: "],
    ["faults:\n  redis-down:\n    user", "user sees: "],
    ["faults:\n  redis-down:\n    layer: ", "redis"],
    ["faults:\n  redis-down: { share: some, kind: ", "unreachable"],
    ["faults:\n  redis-down:\n    then: ", "continue"],
    ["faults:\n  redis-down:\n    when: ", "cache=miss"],
    ["choices:\n  cache:\n    default: ", "miss"],
    ["choices:\n  cache:\n    branches: { ", "miss: "],
    ["budget:\n  ", "client timeout: "],
    ["layers:\n  redis: { name: Redis }\nbudget: { client timeout: ", "5 s"],
  ])("offers in front matter, behind %j, %j", (text, offer) => {
    const found = completeFrontMatter(text, known);
    expect(found?.offers.map((each) => each.text)).toContain(offer);
  });

  it("offers nothing in front matter that does not belong there", () => {
    const texts = (text: string) => completeFrontMatter(text, known)?.offers.map((each) => each.text) ?? [];
    expect(texts("layers:\n  redis: { kind: ")).not.toContain("refused");
    expect(texts("layers:\n  redis:\n    ")).toEqual(["name: ", "kind: ", "participants: "]);
    expect(texts("title: ")).toEqual([]);
    expect(texts("faults:")).toEqual([]);
  });
});

describe("formatting", () => {
  it("edits lines to what printing gives, and finds nothing to do a second time", () => {
    const text = template.replaceAll("  GW", "     GW").replace("\n  DB-->>GW", "\n\n\n DB-->>GW");
    const formatted = applyEdits(text, formatEdits("t.md", text));
    expect(formatted).toBe(printChapter("t.md", text));
    expect(formatEdits("t.md", formatted)).toEqual([]);
  });

  it("makes any text of any other", () => {
    const text = fc
      .array(fc.constantFrom("a", " a", "b", "", "c  d"), { maxLength: 12 })
      .map((lines) => lines.join("\n"));
    fc.assert(fc.property(text, text, (a, b) => void expect(applyEdits(a, lineEdits(a, b))).toBe(b)));
  });
});

describe("fixes", () => {
  it("close an open block, and the problem is gone", () => {
    const text = "# T\n\n```mermaid\nsequenceDiagram\n  alt yes\n    A->>B: hi\n```\n";
    const problem = parseChapter("t.md", text).problems.find(({ code }) => code === "sequence/unclosed-block");
    const [fix] = problem ? fixesFor(problem, text) : [];
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(parseChapter("t.md", mended).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  /** The first text without the first problem of the kind, as the fix of that title mends it. */
  const mend = (text: string, code: string, title: string) => {
    const problem = parseChapter("t.md", text).problems.find((each) => each.code === code);
    const fix = problem && fixesFor(problem, text).find((each) => each.title === title);
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(parseChapter("t.md", mended).problems.filter((each) => each.code === code)).toEqual([]);
    return mended;
  };
  const calls = "# T\n\n```mermaid\nsequenceDiagram\n  %% @on redis-down: continue\n  App->>Redis: GET\n```\n";

  it("add the row of a failure that a directive names, with the table where there is none", () => {
    const fixed = mend(calls, "directive/unknown-fault", "Add the failure row Redis down");
    expect(fixed).toBe(`${calls}\n| Failure | User sees | Recovery |\n|---|---|---|\n| Redis down | an error | … |\n`);
  });

  it("keep to the columns there are", () => {
    const table = "\n| Component | Failure | Impact |\n|---|---|---|\n| App | crashed | 500 |\n";
    const fixed = mend(calls + table, "directive/unknown-fault", "Add the failure row Redis down");
    expect(fixed).toBe(`${calls + table.trimEnd()}\n| Redis | down | an error |\n`);
  });

  it("name a lifeline as it is named elsewhere", () => {
    const hop = (n: number, declared: string) =>
      `## Hop ${n}\n\n\`\`\`mermaid\nsequenceDiagram\n  participant ${declared}\n  B->>C: x\n\`\`\`\n\n`;
    const fixed = mend(hop(1, "B as Box") + hop(2, "B"), "lifeline/unified", "Name it Box");
    expect(fixed).toBe(hop(1, "B as Box") + hop(2, "B as Box"));
  });

  it("name a layer", () => {
    const text = "# T\n\n```mermaid\nsequenceDiagram\n  participant A as Front gate\n  A->>A: hi\n```\n";
    const problem = {
      severity: "info" as const,
      code: "finding/lifeline-without-layer",
      message: "",
      file: "t.md",
      line: 5,
      column: 3,
    };
    expect(fixesFor(problem, text)[0]?.title).toBe("Add @layer front-gate");
  });
});
