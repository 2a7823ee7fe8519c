import { expect, test } from "vitest";
import { formForEditor, formForFile } from "../../../src/session/file-form.ts";

test.each([
  ["line feeds", "a\nb\n", "a\nb\n"],
  ["Windows' ends", "a\r\nb\r\n", "a\r\nb\r\n"],
  ["the oldest Macs' ends", "a\rb", "a\rb"],
  ["most of its ends", "a\r\nb\nc\r\n", "a\r\nb\r\nc\r\n"],
  ["no end at all", "a", "a"],
])("a file has %s again", (_, text, again) => {
  const edited = formForEditor({ file: "a.md", text });
  expect(edited.text).not.toContain("\r");
  expect(formForFile(edited)).toBe(again);
  // Opened again, from a draft that has line feeds alone.
  expect(formForEditor(edited)).toEqual(edited);
});

test("the mark stands in front again; a draft without notes is written as it is", () => {
  expect(formForFile(formForEditor({ file: "a.md", text: "a\r\n", mark: "\uFEFF" }))).toBe("\uFEFFa\r\n");
  expect(formForFile({ text: "a\n" })).toBe("a\n");
});
