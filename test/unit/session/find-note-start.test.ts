import { expect, test } from "vitest";
import { findNoteStart } from "../../../src/session/find-note-start.ts";

const text = `# Orders

Orders are read.

## Hop 1 — App → API

- The **first** answer of [the API](https://example.org/a) is \`kept\`.
- Retried once.

## Hop 2 — API → DB

- Retried once.

| What breaks | What the user sees |
| --- | --- |
| DB *down*   | 500 from the api |
`;
const lineAt = (at: number | undefined) => (at === undefined ? undefined : text.slice(at).split("\n", 1)[0]);

test("what a note shows is found where it is written, whatever marks stand between its letters", () => {
  expect(lineAt(findNoteStart(text, "Orders are read.", 0))).toBe("Orders are read.");
  expect(lineAt(findNoteStart(text, "DB down500 from the api", 0))).toBe("DB *down*   | 500 from the api |");
  // The address of a link is written and not shown: what comes before it is enough.
  expect(lineAt(findNoteStart(text, "The first answer of the API is kept.", 0))).toMatch(/^The \*\*first/);
});

test("of what is written twice the place behind the hop's beginning counts; what is not written has none", () => {
  const second = text.indexOf("## Hop 2");
  expect(findNoteStart(text, "Retried once.", second)).toBe(text.lastIndexOf("Retried"));
  expect(findNoteStart(text, "Retried once.", text.indexOf("## Hop 1"))).toBe(text.indexOf("Retried"));
  expect(findNoteStart(text, "Orders are read.", second)).toBe(text.indexOf("Orders are read"));
  expect(findNoteStart(text, "Restart the pod", 0)).toBeUndefined();
  expect(findNoteStart(text, " – ", 0)).toBeUndefined();
});
