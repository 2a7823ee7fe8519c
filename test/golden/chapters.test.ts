import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseChapter } from "../../src/chapter/parse-chapter.ts";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { outlineLines } from "./outline-lines.ts";

const fixtures = fileURLToPath(new URL("../fixtures/chapters/", import.meta.url));
const shipped = fileURLToPath(new URL("../../scenarios/honeydue/", import.meta.url));

describe("chapters in other people's styles", () => {
  for (const name of readdirSync(fixtures)) {
    it(`reads ${name}`, async () => {
      const chapter = parseChapter(name, readFileSync(fixtures + name, "utf8"));
      await expect(outlineLines(chapter)).toMatchFileSnapshot(`./chapters/${name}.txt`);
    });
  }
});

describe("the honeyDue library", () => {
  const names = readdirSync(shipped).filter((name) => name.endsWith(".md"));
  const library = parseLibrary(
    "honeydue",
    names.map((name) => ({ file: `honeydue/${name}`, text: readFileSync(shipped + name, "utf8") })),
  );

  it("reads without errors or warnings", () => {
    expect(library.problems.filter((problem) => problem.severity !== "info")).toEqual([]);
  });

  it("gives every fault a layer, and each chapter in the order of the index", () => {
    expect(library.system.faults).toHaveLength(12);
    expect(library.system.faults.filter((fault) => fault.layer === undefined)).toEqual([]);
    expect(library.chapters.map((chapter) => chapter.id)).toEqual(
      ["create-task", "read-list", "admin-panel", "static-assets", "rolling-update", "photo-upload", "redis-drill"].map(
        (name) => `honeydue/${name}`,
      ),
    );
  });

  it("reads the task's seven hops as the chapter tells them", async () => {
    const [first] = library.chapters;
    expect(first?.scenarios[0]?.hops).toHaveLength(7);
    if (first) await expect(outlineLines(first)).toMatchFileSnapshot("./chapters/honeydue-create-task.txt");
  });
});
