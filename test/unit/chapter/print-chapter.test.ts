import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { printChapter } from "../../../src/chapter/print-chapter.ts";

const shipped = fileURLToPath(new URL("../../../scenarios/honeydue/", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/chapters/", import.meta.url));

/** A chapter without what printing may move: spans, lines, and the places of problems. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) =>
      ["span", "line", "column", "start", "end", "statedLine", "problems"].includes(key) ? undefined : each,
    ),
  );
}

function readTwice(file: string, text: string): void {
  const printed = printChapter(file, text);
  expect(printChapter(file, printed)).toBe(printed);
  expect(withoutPlaces(parseChapter(file, printed))).toEqual(withoutPlaces(parseChapter(file, text)));
}

describe("printing a chapter", () => {
  for (const [folder, names] of [
    [shipped, readdirSync(shipped)],
    [fixtures, readdirSync(fixtures)],
  ] as const) {
    for (const name of names) {
      it(`keeps what ${name} says`, () => readTwice(name, readFileSync(folder + name, "utf8")));
    }
  }

  it("keeps prose byte for byte, and the front matter's comments", () => {
    const text =
      "---\n# why: see chapter 3\ntitle:   Login\n---\n\n*  odd   list\n\n```mermaid\nsequenceDiagram\n\n\n      A->>B:hi\n```\n\nend \n";
    expect(printChapter("login.md", text)).toBe(
      "---\n# why: see chapter 3\ntitle: Login\n---\n\n*  odd   list\n\n```mermaid\nsequenceDiagram\n  A->>B: hi\n```\n\nend \n",
    );
  });

  it("keeps the marks of lists and quotations before the lines of their diagrams", () => {
    const quoted =
      "# T\n\n> ```mermaid\n> sequenceDiagram\n> A->>B: hi\n> ```\n\n- item\n\n  ```mermaid\n  sequenceDiagram\n  B->>C: ho\n  ```\n";
    expect(printChapter("t.md", quoted)).toContain("> sequenceDiagram\n>   A->>B: hi\n> ```");
    expect(printChapter("t.md", quoted)).toContain("  sequenceDiagram\n    B->>C: ho\n  ```");
    readTwice("t.md", quoted);
  });

  it("leaves alone what it cannot read whole", () => {
    for (const text of [
      "# T\n\n```mermaid\nsequenceDiagram\n A->>B: hi\n A B C\n```\n",
      "---\nfoo: [1\n---\n# T\n",
      "# T\n\n```mermaid\nsequenceDiagram\n A->>B: cut",
      "",
    ]) {
      expect(printChapter("t.md", text)).toBe(text);
    }
  });

  it("keeps Windows line ends", () => {
    const text = "# T\r\n\r\n```mermaid\r\nsequenceDiagram\r\nA->>B: hi\r\n```\r\n";
    expect(printChapter("t.md", text)).toBe("# T\r\n\r\n```mermaid\r\nsequenceDiagram\r\n  A->>B: hi\r\n```\r\n");
    readTwice("t.md", text);
  });

  it("gives mixed line ends in a bare diagram's front matter the file's own, once", () => {
    const text = "---\ntitle: Flow\r\nid: a\n---\nsequenceDiagram\n  A->>B: hi\n";
    expect(printChapter("t.mmd", text)).toBe(
      "---\r\ntitle: Flow\r\nid: a\r\n---\r\nsequenceDiagram\r\n  A->>B: hi\r\n",
    );
    readTwice("t.mmd", text);
  });
});
