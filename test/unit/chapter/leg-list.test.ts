import { expect, test } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

const fence = "```mermaid\nsequenceDiagram\nApp->>API: GET\nAPI->>DB: query\nDB-->>API: rows\nAPI-->>App: 200\n```";

/** What the hops take, and what the chapter says of the whole. */
function read(list: string) {
  const [scenario] = parseChapter("t.md", `# T\n\n${fence}\n\n${list}\n`).scenarios;
  const hops = scenario?.hops.map(({ title, figure }) => `${title} ${figure?.cases[0]?.latency.text ?? "–"}`);
  return { hops, rows: scenario?.budget?.rows.length ?? 0, total: scenario?.budget?.stated?.max };
}

test("a list of legs is read as a table of them is", () => {
  const { hops, rows, total } = read("- App → API: ~10–20 ms\n- **API** → `DB`: 5 ms, mostly the disk\n- Total: 30 ms");
  expect(hops).toEqual(["App → API ~10–20 ms", "API → DB 5 ms", "Back to App –"]);
  expect({ rows, total }).toEqual({ rows: 2, total: 30 });
});

test.each([
  ["with an arrow of two signs and a dash", "* App -> API - 10 ms\n* API => DB — 5 ms"],
  ["in other signs", "1. App → API： 10 ms\n2. API → DB = 5 ms"],
])("a list of legs %s", (_, list) => {
  expect(read(list).hops?.slice(0, 2)).toEqual(["App → API 10 ms", "API → DB 5 ms"]);
});

test.each([
  ["one such item alone", "- App → API: 10 ms\n- Keep it so."],
  ["figures of something else", "- Timeout: 30 s\n- Retry after: 5 s"],
  ["legs that take no time", "- App → API: 3 retries\n- API → DB: 2 pools"],
  ["words between the ends and a figure", "- App → API: restarts within 10 s\n- API → DB: fails over in 5 s"],
])("%s is prose", (_, list) => {
  expect(read(list)).toEqual({ hops: ["App → API –", "API → DB –", "Back to App –"], rows: 0, total: undefined });
});

test("beside a table of legs a list is prose", () => {
  const table = "| Leg | Latency |\n|---|---|\n| App → API | 1 ms |";
  expect(read(`${table}\n\n- App → API: 10 ms\n- API → DB: 5 ms`).hops?.[0]).toBe("App → API 1 ms");
});
