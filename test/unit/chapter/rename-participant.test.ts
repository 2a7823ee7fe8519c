import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { participantsOf, renameParticipant, type Written } from "../../../src/chapter/edit/rename-participant.ts";
import { applyEdits } from "../../../src/chapter/edit/text-edit.ts";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

const chapter = `---
layers:
  gate: { participants: [GW, other] }
faults:
  gateway-down: { share: some }
---

# Lists

Every Gateway is small; a gateway in general is not. See \`Gateway\` and https://example.com/Gateway.

## Hop 1 — App → Gateway

\`\`\`mermaid
sequenceDiagram
  participant GW as Gateway
  %% @on gateway-down: fail 502
  App->>GW: ask the Gateway
  App-xGW: GW is gone
  Note over App,GW: GW logs it
\`\`\`

- Latency: 5 ms at the Gateway

| Leg | Latency |
|---|---|
| App → Gateway | 5 ms |

| Failure | User sees |
|---|---|
| Gateway down | the Gateway's page |
`;

function rename(text: string, was: Written, now: Written, prose: boolean): string {
  const done = renameParticipant(text, was, now);
  if (done.kind === "refused") throw new Error(done.why);
  return applyEdits(text, prose ? [...done.edits, ...done.prose] : done.edits);
}

describe("renaming a participant", () => {
  const [was, now] = [
    { id: "GW", label: "Gateway" },
    { id: "Front", label: "Front door" },
  ];

  it("reaches what is read: diagrams, directives, front matter, headings, latencies, budgets and failures", () => {
    const before = chapter.split("\n");
    const after = rename(chapter, was, now, false).split("\n");
    expect(after.filter((line, k) => line !== before[k])).toEqual([
      "  gate: { participants: [Front, other] }",
      "  front-door-down: { share: some }",
      "## Hop 1 — App → Front door",
      "  participant Front as Front door",
      "  %% @on front-door-down: fail 502",
      "  App->>Front: ask the Gateway",
      "  App-xFront: GW is gone",
      "  Note over App,Front: GW logs it",
      "- Latency: 5 ms at the Front door",
      "| App → Front door | 5 ms |",
      "| Front door down | the Gateway's page |",
    ]);
  });

  it("offers what prose says as a whole word, apart", () => {
    const done = renameParticipant(chapter, was, now);
    const prose = done.kind === "edits" ? done.prose : [];
    expect(prose.map(({ start }) => chapter.slice(start, chapter.indexOf("\n", start)))).toEqual([
      "Gateway is small; a gateway in general is not. See `Gateway` and https://example.com/Gateway.",
      "gateway in general is not. See `Gateway` and https://example.com/Gateway.",
      "Gateway` and https://example.com/Gateway.",
      "Gateway",
      "GW is gone",
      "GW logs it",
      "Gateway's page |",
    ]);
  });

  it("leaves the words alone where a label that stays says the name", () => {
    const text = chapter.replace("as Gateway", "as GW pod");
    expect(rename(text, { id: "GW", label: "GW pod" }, { id: "Front", label: "GW pod" }, true)).toContain("GW is gone");
  });

  it("refuses a name that is taken, that is none, or that would change what is read", () => {
    expect(renameParticipant(chapter, was, { ...was, id: "App" }).kind).toBe("refused");
    expect(renameParticipant(chapter, was, { ...was, id: "two words" }).kind).toBe("refused");
    expect(renameParticipant(chapter, was, { ...was, label: "A;B->>C: x" }).kind).toBe("refused");
  });
});

describe("every chapter there is", () => {
  const files = ["scenarios/honeydue", "test/fixtures/chapters"].flatMap((folder) => {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  });
  const isName = ({ id }: Written): boolean => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(id);
  const codes = (text: string) => parseChapter("t.md", text).problems.filter((each) => each.severity !== "info").length;

  it.each(files)("%s: any other id reads the same, and renaming back gives the text back", (file) => {
    const text = readFileSync(file, "utf8");
    for (const was of participantsOf(text).filter(isName)) {
      const now = { ...was, id: "Zebra9" };
      for (const prose of [false, true]) {
        const after = rename(text, was, now, prose);
        expect(codes(after)).toBe(codes(text));
        expect(rename(after, now, was, prose)).toBe(text);
      }
    }
  });

  it.each(files)("%s: so does any other label, or it is refused", (file) => {
    const text = readFileSync(file, "utf8");
    for (const was of participantsOf(text).filter(isName)) {
      // What stands behind the label's first words stays: else two ways of saying it would become one.
      const now = { ...was, label: was.label?.replace(/^[^(<]*[^(<\s]/, "Quagga herd") ?? "" };
      if (was.label === undefined || renameParticipant(text, was, now).kind === "refused") continue;
      for (const prose of [false, true]) expect(rename(rename(text, was, now, prose), now, was, prose)).toBe(text);
    }
  });
});
