import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

const head = "---\ntype: walkthrough\n---\n";
const review = `${head}# The night Redis was away

Everyone slept.

## 02:10 Redis dies

The pod is evicted.

[Show](https://flows.example/app/?v=1&chapter=shop/cart&fail=redis-down)

\`\`\`mermaid
sequenceDiagram
  A->>B: hello
\`\`\`

## What we learned

Nothing was lost but one e-mail.

### 02:20 Restarted

As [this shows](?chapter=shop/cart&v=1#c=abc), it is back.
`;

test("a walkthrough is read as moments: heading, prose and the link that shows it", () => {
  const { title, type, scenarios, moments = [], problems } = parseChapter("review.md", review);
  expect({ title, type, scenarios }).toEqual({ title: "The night Redis was away", type: "walkthrough", scenarios: [] });
  expect(moments.map((moment) => [moment.title, moment.link, moment.line])).toEqual([
    ["02:10 Redis dies", "?v=1&chapter=shop/cart&fail=redis-down", 8],
    ["What we learned", undefined, 19],
    ["02:20 Restarted", "?chapter=shop/cart&v=1#c=abc", 23],
  ]);
  expect(problems).toEqual([]);
});

test("what only points to the run, or pictures it, is no prose; a link within a sentence stays", () => {
  const { moments = [] } = parseChapter("review.md", review);
  const text = JSON.stringify(moments.map(({ notes }) => notes));
  expect(text).toContain("The pod is evicted");
  expect(text).not.toMatch(/"Show"|sequenceDiagram/);
  expect(text).toContain("this shows");
});

test("without any link there is nothing to play, and that is said", () => {
  const { moments, problems } = parseChapter(
    "review.md",
    `${head}# Review\n\n## First\n\n[Elsewhere](https://x.example/?q=1)\n`,
  );
  expect(moments).toHaveLength(1);
  expect(problems.map(({ code }) => code)).toEqual(["walkthrough/no-moment"]);
});
