import { expect, test } from "vitest";
import { readFiles } from "../../src/ui/library/read-files.ts";

const text = "# Grüße 👋\n\n```mermaid\nsequenceDiagram\n  A->>B: hallo\n```\n";

test("a file with a byte order mark is read by it; one without is UTF-8", async () => {
  const wide = Buffer.from(`\ufeff${text}`, "utf16le");
  const files = [
    new File([wide], "little.md"),
    new File([Buffer.from(wide).swap16()], "big.md"),
    new File([`\ufeff${text}`], "marked.md"),
    new File([text], "plain.md"),
    new File([Buffer.from([0xff, 0xfe, 0, 0, 1, 0, 0, 0])], "photo.md"),
  ];
  const read = await readFiles(files);
  expect(read.files.map((one) => [one.file, one.text === text])).toEqual([
    ["little.md", true],
    ["big.md", true],
    ["marked.md", true],
    ["plain.md", true],
  ]);
  expect(read.refused).toEqual(["photo.md does not look like Markdown or Mermaid text."]);
});
