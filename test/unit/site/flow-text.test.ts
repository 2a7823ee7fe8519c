import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { flowText } from "../../../src/site/flow-text.ts";

/** The text of a chapter with this diagram, its markup as indentation and its own signs as they are. */
function read(fence: string): string {
  const chapter = parseChapter("t.md", `# T\n\n\`\`\`mermaid\nsequenceDiagram\n${fence}\n\`\`\`\n`);
  const [scenario] = chapter.scenarios;
  if (!scenario) throw new Error("no scenario");
  const card = { id: scenario.id, title: "T", hops: 1, messages: 1, total: { min: 0, max: 0 }, breaks: [] };
  return flowText(chapter, scenario, card, "t.md");
}

test("what is read without JavaScript says under which condition a message is sent", () => {
  const text = read(
    "A->>B: ask\nalt it is <there>\nB-->>A: yes\nelse\nB-->>A: no\nend\nrect rgb(0,0,0)\nA->>B: thanks\nend\npar\nA->>B: one\nand two\nA->>B: two\nend",
  );
  expect(text).toContain(
    "<li>alt it is &lt;there&gt;<ul><li>B → A: yes</li></ul></li><li>else<ul><li>B → A: no</li></ul></li>",
  );
  expect(text).toContain("</ul></li><li>A → B: thanks</li><li>par<ul>");
  expect(text).toContain("<li>and two<ul><li>A → B: two</li></ul></li>");
});

test("of blocks that nest without end the messages are there", () => {
  const depth = 3000;
  const text = read(`A->>B: ask\n${"opt x\n".repeat(depth)}A->>B: deep\n${"end\n".repeat(depth)}`);
  expect(text).toContain("<li>A → B: deep</li>");
  expect(text.split("<li>opt x<ul>")).toHaveLength(9);
});
