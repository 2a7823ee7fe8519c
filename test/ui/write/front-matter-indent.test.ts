import { getIndentation, indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { frontMatterIndent } from "../../../src/ui/write/editor/front-matter-indent.ts";

/** How far in a new line begins behind the first `|` of the text. */
function indentAt(marked: string): number | null {
  const state = EditorState.create({
    doc: marked.replace("|", ""),
    extensions: [indentUnit.of("  "), frontMatterIndent],
  });
  return getIndentation(state, marked.indexOf("|"));
}

test("behind a key, front matter goes further in", () => {
  expect(indentAt("---\nlayers:|\n---\n")).toBe(2);
  expect(indentAt("---\nlayers:\n  redis:  # the cache|\n---\n")).toBe(4);
  expect(indentAt("---\nrows:\n  - name:|\n---\n")).toBe(6);
});

test("behind a value, in the middle of a line and in the text it stays where it is", () => {
  expect(indentAt("---\ntitle: Shop|\n---\n")).toBeNull();
  expect(indentAt("---\ntitle: a https:|//b\n---\n")).toBeNull();
  expect(indentAt("---\ntitle: Shop\n---\n\nRemember:|\n")).toBeNull();
});
