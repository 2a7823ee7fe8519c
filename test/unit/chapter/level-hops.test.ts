import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

const hop = (heading: string, arrow: string) => `${heading}\n\n\`\`\`mermaid\nsequenceDiagram\n  ${arrow}\n\`\`\`\n\n`;

function hopsOf(text: string) {
  return parseChapter("t.md", text).scenarios.flatMap(({ hops }) =>
    hops.map(({ title, figure }) => [title, figure?.cases[0]?.latency.min]),
  );
}

test("a hop goes on with the one before it, at whatever level its heading is", () => {
  const text =
    hop("## Step 1. Client → Shop", "Client->>Shop: pay") +
    "Latency: 30 ms\n\n" +
    hop("### Step 2 - Shop → Bank", "Shop->>Bank: charge") +
    "Latency: 200 ms\n\n#### Notes\n\nSlow on Mondays.\n\n" +
    hop("#### Step 3: Shop → Mail", "Shop-)Mail: receipt");
  expect(hopsOf(`# Paying\n\n${text}`)).toEqual([
    ["Client → Shop", 30],
    ["Shop → Bank", 200],
    ["Shop → Mail", undefined],
  ]);
});

test("steps that count anew below a hop are that hop's own", () => {
  const text =
    hop("## Hop 1 — Client → Shop", "Client->>Shop: pay") +
    "### Step 1: open the till\n\nBy hand.\n\n### Step 2: close it\n\n" +
    hop("## Hop 2 — Shop → Bank", "Shop->>Bank: charge");
  expect(hopsOf(`# Paying\n\n${text}`).map(([title]) => title)).toEqual(["Client → Shop", "Shop → Bank"]);
});
