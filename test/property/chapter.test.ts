import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseChapter } from "../../src/chapter/parse-chapter.ts";
import { parseLatency } from "../../src/chapter/parse-latency.ts";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { printChapter } from "../../src/chapter/print-chapter.ts";
import { messagesIn } from "../../src/model/messages-in.ts";

const fixtures = fileURLToPath(new URL("../fixtures/chapters/", import.meta.url));
const texts = readdirSync(fixtures).map((name) => readFileSync(fixtures + name, "utf8"));

/** Pieces that mean something to the reader, so that random texts reach deep. */
const pieces = fc.constantFrom(
  "# A title\n\n",
  "## Scenario: Pay\n\n",
  "### Hop 1 — A → B\n\n",
  "### Hop 2: B -> C\n\n",
  "```mermaid\nsequenceDiagram\n",
  "  participant A as Api pod\n",
  "  %% @layer redis\n",
  "  %% @latency 5–15 ms warm, 20 ms cold\n",
  "  %% @via a, b\n",
  "  A->>B: hello\n",
  "  B-->>A: back\n",
  "  alt hit\n",
  "  else miss\n",
  "  end\n",
  "```\n\n",
  "Latency: ~5 ms\n\n",
  "<!-- @latency <1 ms -->\n\n",
  "| Hop | Latency |\n|---|---|\n| A → B | 5 ms |\n| Return | same as forward, reversed |\n\n",
  "| Fails | User sees | Recovery |\n|---|---|---|\n| Redis down | 500 | restart |\n\n",
  "Total: 5–10 ms\n\n",
  "---\nfaults: { redis-down: { when: a=b } }\n---\n",
  "> - quoted\n",
  "\u0000",
  "é中\r\n",
);
const texty = fc.oneof(
  fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: "grapheme", maxLength: 12 })), {
      maxLength: 40,
    })
    .map((all) => all.join("")),
  // A real chapter, cut anywhere and with something stuck in.
  fc
    .record({
      text: fc.constantFrom(...texts),
      from: fc.nat(3000),
      upTo: fc.nat(3000),
      between: fc.oneof(pieces, fc.string({ maxLength: 6 })),
    })
    .map(({ text, from, upTo, between }) => text.slice(0, from) + between + text.slice(upTo)),
);

describe("reading any text", { timeout: 30_000 }, () => {
  it("never throws, and every problem stands inside the file", () => {
    fc.assert(
      fc.property(texty, (text) => {
        const chapter = parseChapter("any.md", text);
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const problem of chapter.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.message).toMatch(/\S/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("numbers messages without gaps and gives each its lifelines, choices their defaults", () => {
    fc.assert(
      fc.property(texty, (text) => {
        const chapter = parseChapter("any.md", text);
        expect(new Set(chapter.scenarios.map((scenario) => scenario.id)).size).toBe(chapter.scenarios.length);
        const layers = new Set(chapter.system.layers.map((layer) => layer.id));
        for (const fault of chapter.system.faults)
          expect(fault.layer === undefined || layers.has(fault.layer)).toBe(true);
        for (const scenario of chapter.scenarios) {
          const keys = new Set(scenario.participants.map((each) => each.key));
          expect(keys.size).toBe(scenario.participants.length);
          const messages = scenario.hops.flatMap((hop) => messagesIn(hop.steps));
          expect(messages.map((each) => each.n)).toEqual(messages.map((_, index) => index + 1));
          for (const message of messages) {
            expect(keys.has(message.from) && keys.has(message.to)).toBe(true);
            expect(message.via.every((layer) => layers.has(layer))).toBe(true);
          }
          for (const choice of scenario.choices) {
            expect(choice.branches.some((branch) => branch.id === choice.default)).toBe(true);
            expect(new Set(choice.branches.map((branch) => branch.id)).size).toBe(choice.branches.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("prints to a fixed point that says the same", () => {
    const essence = (text: string) =>
      JSON.stringify(parseChapter("any.md", text).scenarios, (key, value: unknown) =>
        ["span", "line", "statedLine"].includes(key) ? undefined : value,
      );
    fc.assert(
      fc.property(texty, (text) => {
        const printed = printChapter("any.md", text);
        expect(printChapter("any.md", printed)).toBe(printed);
        expect(essence(printed)).toBe(essence(text));
      }),
      { numRuns: 60 },
    );
  });

  it("reads any folder, each scenario and fault under an id of its own", () => {
    fc.assert(
      fc.property(fc.array(texty, { maxLength: 4 }), texty, (chapters, index) => {
        const library = parseLibrary("lib", [
          { file: "lib/index.md", text: index },
          ...chapters.map((text, n) => ({ file: `lib/c${n}.md`, text })),
        ]);
        const scenarios = library.chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => scenario.id));
        expect(new Set(scenarios).size).toBe(scenarios.length);
        const faults = library.system.faults.map((fault) => fault.id);
        expect(new Set(faults).size).toBe(faults.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reading latencies", () => {
  const ends = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const units = fc.constantFrom(["ms", 1], ["s", 1000], ["min", 60_000]) as fc.Arbitrary<[string, number]>;
  const dashes = fc.constantFrom("-", "–", "—", "−", " to ", " - ", " – ", " bis ");

  it("reads every way to write a range as that range", () => {
    fc.assert(
      fc.property(
        ends,
        units,
        dashes,
        fc.constantFrom("", "~", "≈ ", "about "),
        fc.constantFrom("", " "),
        ([min, max], [unit, factor], dash, about, gap) => {
          const latency = parseLatency(`${about}${min}${dash}${max}${gap}${unit}`);
          expect([latency?.min, latency?.max]).toEqual([min * factor, max * factor]);
        },
      ),
    );
  });

  it("is never negative, never backwards, never takes long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const latency = parseLatency(text);
        if (latency) expect(latency.min >= 0 && latency.max >= latency.min).toBe(true);
      }),
    );
  });
});
