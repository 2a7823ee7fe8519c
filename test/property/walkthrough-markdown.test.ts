import fc from "fast-check";
import { expect, test } from "vitest";
import { parseChapter } from "../../src/chapter/parse-chapter.ts";
import { walkthroughMarkdown } from "../../src/export/markdown/walkthrough-markdown.ts";
import { textOf } from "../../src/model/text-of.ts";

const words = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
const plain = fc.stringMatching(/^[a-zA-Z0-9 .,:*_#<>[\]-]{0,40}$/);
const moments = fc.array(
  fc.record({
    title: plain,
    text: fc.array(words, { maxLength: 4 }).map((lines) => lines.join("\n")),
    link: fc.stringMatching(/^\?v=1&chapter=[a-z/-]{1,20}(&fail=[a-z,-]{1,20})?$/),
    diagram: fc.constantFrom("", "sequenceDiagram\n  A->>B: hello\n"),
  }),
  { minLength: 1, maxLength: 5 },
);

test("a recorded walkthrough is read back with its titles and links, whatever was told", () => {
  fc.assert(
    fc.property(plain, moments, (title, recorded) => {
      // A fence or a comment that the writer leaves open swallows what follows, on any page: that is theirs to see.
      fc.pre(recorded.every(({ text }) => !/[`~<[\]]|^ {4}|\t/m.test(text)));
      const text = walkthroughMarkdown(title, recorded, (query) => `https://flows.example/${query}`);
      const chapter = parseChapter("walkthrough.md", text);
      expect(chapter.problems).toEqual([]);
      expect(chapter.moments?.map(({ link }) => link)).toEqual(recorded.map(({ link }) => link));
      const said = (name: string, other: string) => name.replace(/\s+/g, " ").trim() || other;
      expect(chapter.title).toBe(said(title, "A walkthrough"));
      expect(chapter.moments?.map((moment) => moment.title)).toEqual(
        recorded.map((moment) => said(moment.title, "A moment")),
      );
      expect(chapter.moments?.some(({ notes }) => notes.map(textOf).join("").includes("sequenceDiagram"))).toBe(false);
    }),
    { numRuns: 150 },
  );
});
