import { describe, expect, it } from "vitest";
import { insertSnippet } from "../../../src/chapter/edit/insert-snippet.ts";
import { type Snippet, snippets } from "../../../src/chapter/edit/snippets.ts";
import { template } from "../../../src/chapter/edit/template.ts";
import { applyEdits } from "../../../src/chapter/edit/text-edit.ts";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { messagesIn } from "../../../src/model/messages-in.ts";

const named = (name: string): Snippet => {
  const found = snippets.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};
const insert = (text: string, cursor: number, snippet: Snippet, file = "t.md") =>
  applyEdits(text, insertSnippet(text, cursor, snippet, file));
const messages = (file: string, text: string) =>
  parseChapter(file, text).scenarios.flatMap(({ hops }) => hops.flatMap(({ steps }) => messagesIn(steps))).length;
const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));

const plain =
  "# Cart\n\n```mermaid\nsequenceDiagram\n    Browser->>Shop: POST /cart\n    Shop-->>Browser: 201\n```\n\nMore.\n";

describe("a snippet", () => {
  it("comes behind the hop at the cursor, and the hops behind it count on", () => {
    const text = insert(template, template.indexOf("actor App"), named("TLS handshake"));
    expect(headings(text)).toEqual([
      "# A request, end to end",
      "## Hop 1 — Phone app → Gateway",
      "## Hop 2 — Phone app → Edge",
      "## Hop 3 — Gateway → Database",
    ]);
  });

  it("has the chapter's own participants in its parts, and says the layer only of who is new", () => {
    const text = insert(template, template.length, named("Cache hit or miss"));
    expect(text.slice(text.indexOf("## Hop 3"), text.indexOf("| Failure"))).toBe(`## Hop 3 — Gateway → Cache

\`\`\`mermaid
sequenceDiagram
  participant GW as Gateway
  %% @layer cache
  participant Cache as Cache
  participant DB as Database
  GW->>Cache: GET tasks
  %% @default
  alt Cache hit
    Cache-->>GW: tasks
  else Cache miss
    Cache-->>GW: nothing
    GW->>DB: SELECT tasks
    DB-->>GW: rows
  end
\`\`\`

- Latency: 2–30 ms

`);
  });

  it("stays within a quotation or a list that the diagram is in", () => {
    const quoted = plain.replace(/^(```|sequenceDiagram| {4}).*$/gm, (line) => `> ${line}`);
    const listed = plain.replace("```mermaid", "- ```mermaid").replace(/^(```$|sequenceDiagram| {4}).*$/gm, "  $&");
    for (const [text, indent] of [
      [quoted, ">     "],
      [listed, "      "],
    ] as const) {
      const after = insert(text, text.indexOf("POST"), named("DNS look-up"));
      expect(after).toContain(`\n${indent}Browser->>DNS: A api.example.com\n`);
      expect(messages("t.md", after)).toBe(4);
    }
  });

  it("takes a heading underlined, and no comment in code, for the end of a hop", () => {
    const text = template.replace(
      "## Hop 2 — Gateway",
      "```sh\n# no heading\n```\n\nAfter that\n---\n\n## Hop 2 — Gateway",
    );
    const after = insert(text, text.indexOf("actor App"), named("TLS handshake"));
    const order = ["# no heading", "## Hop 2 — Phone app → Edge", "After that"].map((words) => after.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it("comes to the end of the diagram at the cursor where hops have no headings", () => {
    const text = insert(plain, plain.indexOf("POST"), named("Database"));
    expect(text).toContain(`    Browser->>Shop: POST /cart
    %% @layer database
    participant DB as Database
    %% @latency 5–20 ms
    %% @timeout 5 s
    %% @retry 1
    Shop->>DB: SELECT tasks
    DB-->>Shop: rows
    Shop-->>Browser: 201
\`\`\`

More.
`);
  });

  it("keeps to the words, the level and the dash of the headings there are", () => {
    const text = plain.replace("```mermaid", "### Step 4: Browser → Shop\n\n```mermaid");
    expect(headings(insert(text, text.length, named("Queue")))).toContain("### Step 5: Shop → Queue");
  });

  it("adds a failure that is not there yet", () => {
    const twice = insert(insert(template, 0, named("Failure row")), 0, named("Failure row"));
    expect(
      twice.slice(twice.indexOf("| Database down")),
    ).toBe(`| Database down | 503 from the gateway | Fail over to the replica |
| Phone app down | an error | … |
| Gateway down | an error | … |
`);
  });
});

describe.each([
  ["the template", template, "t.md"],
  ["the template with the cursor in its first hop", template, "t.md"],
  ["a chapter without annotations", plain, "t.md"],
  ["a diagram by itself", "sequenceDiagram\n  Browser->>Shop: POST /cart\n  Shop-->>Browser: 201\n", "t.mmd"],
  ["an empty text", "", "t.md"],
  ["a heading alone", "# Cart", "t.md"],
])("in %s", (where, text, file) => {
  it.each(snippets)("$name fits twice: nothing is wrong, and nothing there twice", (snippet) => {
    const cursor = where.includes("first") ? text.indexOf("actor App") : text.length;
    const twice = insert(insert(text, cursor, snippet, file), cursor, snippet, file);
    const chapter = parseChapter(file, twice);
    const before = new Set(parseChapter(file, text).problems.map(({ code }) => code));
    const wrong = chapter.problems.filter(
      ({ severity, code }) => severity !== "info" && !before.has(code) && code !== "chapter/no-scenario",
    );
    expect(wrong).toEqual([]);
    const unlayered = chapter.problems.filter(({ code }) => code === "finding/lifeline-without-layer").length;
    expect(unlayered).toBeLessThanOrEqual(parseChapter(file, text).problems.length + 1);
    const names = chapter.scenarios.flatMap(({ participants }) => participants.map(({ label }) => label));
    const perDiagram = twice
      .split("sequenceDiagram")
      .map((diagram) => diagram.match(/^\s*(?:participant|actor) .*/gm) ?? []);
    for (const list of [headings(twice), names, ...perDiagram, chapter.system.faults.map(({ title }) => title)]) {
      expect(new Set(list).size).toBe(list.length);
    }
    const numbers = headings(twice).flatMap((line) => /Hop (\d+)/.exec(line)?.[1] ?? []);
    expect(numbers.map(Number)).toEqual(numbers.map((_, k) => k + 1));
    const more = snippet.kind === "hop" ? 2 * snippet.lines.filter((line) => /^ *\w+-/.test(line)).length : 0;
    expect(messages(file, twice)).toBe(messages(file, text) + more);
  });
});

describe("the template", () => {
  it("has nothing left to be told, a choice, and a failure", () => {
    const { problems, scenarios, system } = parseChapter("t.md", template);
    expect(problems).toEqual([]);
    expect(scenarios.flatMap(({ choices }) => choices.map(({ title }) => title))).toEqual(["not cached"]);
    expect(system.faults.map(({ id, layer }) => [id, layer])).toEqual([["database-down", "database"]]);
  });

  it("is one screen", () => {
    const lines = template.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(35);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
