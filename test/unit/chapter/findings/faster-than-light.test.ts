import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseChapter } from "../../../../src/chapter/parse-chapter.ts";
import { parseLibrary } from "../../../../src/chapter/parse-library.ts";
import { findPlace, namesLike } from "../../../../src/chapter/places/find-place.ts";
import { kilometresBetween } from "../../../../src/chapter/places/light-time.ts";
import { placeRows } from "../../../../src/chapter/places/places.ts";

/** The light findings of a chapter of one hop between Frankfurt (F) and Sydney (S), about 16,480 km or 82 ms apart. */
function found(latency: string, messages: string): string[] {
  const text = `# T

## Hop 1 — Shop → Stock

\`\`\`mermaid
sequenceDiagram
%% @place Frankfurt
participant F as Shop
%% @place ap-southeast-2
participant S as Stock
participant X as Nowhere
${messages}
\`\`\`

Latency: ${latency}
`;
  return parseChapter("t.md", text)
    .problems.filter(({ code }) => code === "finding/faster-than-light")
    .map(({ message }) => message);
}

describe("a latency against light", () => {
  it("adds up crossings that wait for each other, and writes the sum out", () => {
    const [said] = found("90–120 ms", "F->>S: ask\nS-->>F: answer");
    expect(said).toMatch(
      /^Hop 1: Frankfurt → Sydney 16,\d{3} km, 82 ms one way, crossed 2 times: at least 165 ms, the chapter says 90–120 ms\./,
    );
  });

  it.each([
    ["what light can do", "170 ms", "F->>S: ask\nS-->>F: answer"],
    ["messages that travel together", "90 ms", "F->>S: a\nF->>S: b\nF->>S: c"],
    ["what nobody waits for", "1 ms", "F-)S: a"],
    ["a branch that may stay away", "1 ms", "opt far\nF->>S: a\nend"],
    ["an end without a place", "1 ms", "F->>X: a\nX-->>F: b"],
    ["an upper bound whose 0 nobody means", "<170 ms", "F->>S: ask\nS-->>F: answer"],
  ])("says nothing of %s", (_, latency, messages) => {
    expect(found(latency, messages)).toEqual([]);
  });

  it("points out a least that cannot be, where the most can", () => {
    expect(found("20–200 ms", "F->>S: ask\nS-->>F: answer")[0]).toContain(
      "the chapter's least is below that: 20–200 ms",
    );
  });

  it("follows the cause through a lifeline without a place", () => {
    expect(found("100 ms", "F->>S: ask\nS->>X: pass\nX->>S: back\nS-->>F: answer")[0]).toContain("crossed 2 times");
  });

  it("finds Dallas to Nuremberg and Nuremberg to us-east-1 in the shipped chapter", () => {
    const shipped = fileURLToPath(new URL("../../../../scenarios/honeydue/", import.meta.url));
    const files = readdirSync(shipped).map((file) => ({ file, text: readFileSync(shipped + file, "utf8") }));
    const said = parseLibrary("honeydue", files)
      .problems.filter(({ code, file }) => code === "finding/faster-than-light" && file === "create-task.md")
      .map(({ message }) => message.split(". This counts")[0]);
    expect(said).toMatchInlineSnapshot(`
      [
        "Hop 2: Dallas → Nuremberg 8,440 km, 42 ms one way, crossed 3 times: at least 127 ms, the chapter says 90–120 ms",
        "Hop 4: Nuremberg → Ashburn 6,740 km, 34 ms one way, crossed 2 times: at least 67 ms, the chapter says 20–60 ms (as budgeted) and 0–10 ms (warm)",
      ]
    `);
  });
});

describe("the table of places", () => {
  it("has one place for each name, all on the globe", () => {
    const names = placeRows
      .trim()
      .split("\n")
      .flatMap((row) => {
        const [city = "", , , ...codes] = row.split(" ");
        return [city.toLowerCase(), ...codes];
      });
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      const site = findPlace(name);
      expect(Math.abs(site?.latitude ?? Number.NaN), name).toBeLessThan(90);
      expect(Math.abs(site?.longitude ?? Number.NaN), name).toBeLessThanOrEqual(180);
    }
  });

  it("knows cities, sites, regions and coordinates, and what is nearly one", () => {
    expect(findPlace("Dallas, Texas")?.name).toBe("Dallas");
    expect(findPlace("DFW")?.name).toBe("Dallas");
    expect(findPlace("São Paulo")?.latitude).toBe(-23.5);
    expect(findPlace("49.45, 11.08")).toMatchObject({ latitude: 49.45, longitude: 11.08 });
    expect(findPlace("95, 11")).toBeUndefined();
    expect(namesLike("Nurembreg")[0]).toBe("Nuremberg");
    expect(namesLike("us-eats-1")[0]).toBe("us-east-1");
  });

  it("measures the globe: London to New York is 5,570 km", () => {
    const [a, b] = [findPlace("London"), findPlace("New York")];
    expect(a && b ? kilometresBetween(a, b) / 5570 : 0).toBeCloseTo(1, 2);
  });
});
