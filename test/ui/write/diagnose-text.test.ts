import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { diagnose } from "../../../src/ui/write/editor/diagnose-text.ts";

test("a fix is offered once, and code in a sentence is set as code", () => {
  const text =
    "# T\n\n```mermaid\nsequenceDiagram\n  participant A as Gate\n  %% @layer base\n  participant B\n  A->>B: hi\n```\n\n| Failure | User sees |\n|---|---|\n| Base down | 500 |\n";
  const state = EditorState.create({ doc: text });
  const found = diagnose(parseChapter("t.md", text).problems, state);
  const uncovered = found.find(({ message }) => message.includes("No layer covers"));
  expect(uncovered?.actions).toHaveLength(1);
  const said = uncovered?.renderMessage?.({} as never) as HTMLElement;
  expect(said.querySelector("code")?.textContent).toBe("@layer");
  expect(said.textContent).not.toContain("`");
});
