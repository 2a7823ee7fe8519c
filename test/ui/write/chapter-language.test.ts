import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { chapterLanguage } from "../../../src/ui/write/editor/chapter-language.ts";

/** How deep the editor's tree of a text goes, and the names of its nodes. */
function treeOf(text: string): { readonly depth: number; readonly names: ReadonlySet<string> } {
  const state = EditorState.create({ doc: text, extensions: chapterLanguage("chapter.md") });
  const names = new Set<string>();
  let depth = 0;
  let here = 0;
  ensureSyntaxTree(state, text.length, 20_000)?.iterate({
    enter({ name }) {
      names.add(name);
      here += 1;
      depth = Math.max(depth, here);
    },
    leave() {
      here -= 1;
    },
  });
  return { depth, names };
}

test.each(["> ", "- "])("thousands of %j on one line are no deeper than the colouring can follow", (mark) => {
  const { depth, names } = treeOf(`${mark.repeat(3_000)}deep\n\n# After it\n`);
  expect(depth).toBeGreaterThan(50);
  expect(depth).toBeLessThan(400);
  expect([...names]).toContain("ATXHeading1");
});

test("quotations and lists as people write them are told apart, and spaces at a line's end are not looked at", () => {
  const { names } = treeOf("> said  \n> - one\n>   - two\n");
  expect([...names]).toEqual(expect.arrayContaining(["Blockquote", "BulletList", "ListItem", "Paragraph"]));
  expect([...names]).not.toContain("HardBreak");
});
