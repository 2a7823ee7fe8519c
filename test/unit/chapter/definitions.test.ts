import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

const fence = "```mermaid\nsequenceDiagram\n  A->>B: asks\n```";

test("notes keep what their links and footnotes lead to, wherever the file says it", () => {
  const text = `# Flow\n\n## Hop 1\n\n${fence}\n\nSee [it][Runbook].[^why]\n\n## Hop 2\n\n${fence}\n\n## End\n\n[runbook]: https://example.org/\n[^why]: Because.[^more]\n[^more]: So.\n[^unasked]: Never shown.`;
  const [scenario] = parseChapter("x.md", text).scenarios;
  const [first, second] = scenario?.hops ?? [];
  expect(first?.notes.map((node) => ("identifier" in node ? `${node.type} ${node.identifier}` : node.type))).toEqual([
    "paragraph",
    "definition runbook",
    "footnoteDefinition why",
    "footnoteDefinition more",
  ]);
  expect(JSON.stringify(first?.notes)).not.toContain("position");
  expect(second?.notes).toEqual([]);
});

test("tables stay in the notes of the scenario that they are read from", () => {
  const table = "| Hop | Latency |\n|---|---|\n| 1 | 5 ms |";
  const chapter = parseChapter("x.md", `# Flow\n\n## Hop 1\n\n${fence}\n\n## Budget\n\n${table}`);
  const notes = chapter.scenarios[0]?.notes ?? [];
  expect(notes.map(({ type }) => type)).toContain("table");
});
