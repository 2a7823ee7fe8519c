import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPlainFrontMatter } from "../../../src/browser/front-matter-later.ts";
import { readFrontMatter } from "../../../src/chapter/front-matter/read-front-matter.ts";
import { makeProblemList } from "../../../src/chapter/problem-list.ts";

const whole = (text: string) => readFrontMatter(text, 4, 2, makeProblemList("a.md"));
const folder = join(import.meta.dirname, "../../../scenarios/honeydue");
const shipped = readdirSync(folder).map(
  (file) => readFileSync(join(folder, file), "utf8").split(/^---$/m)[1]?.trim() ?? "",
);

test("what the small reader reads, it reads as the whole one does; the rest it leaves", () => {
  const texts = [
    "title: A task",
    "title: A task\nsummary: Someone adds one; it works.\nsidebar_position: 3x",
    "layout: page\n\ntitle: Ünder way ",
    'title: "quoted"',
    "title: 12",
    "title: null",
    "title: a # comment",
    "title: a: b",
    "layers:\n  db: Postgres",
    "order: [a]",
    "title: [a]",
    "title: a\ntitle: b",
    "title: a\n  more",
    ...shipped,
  ];
  const plain = texts.filter((text) => readPlainFrontMatter(text) !== undefined);
  for (const text of plain) expect(readPlainFrontMatter(text), text).toEqual(whole(text));
  expect(plain.slice(0, 3)).toEqual(texts.slice(0, 3));
  expect(plain.filter((text) => texts.slice(3, 13).includes(text))).toEqual([]);
  // create-task and its neighbours say no more than a title and a summary; index.md says all there is.
  expect(plain.length).toBeGreaterThan(5);
  expect(plain.length).toBeLessThan(texts.length - 10);
});
