import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { parseSequence } from "../../src/chapter/sequence/parse-sequence.ts";
import { printSequence } from "../../src/chapter/sequence/print-sequence.ts";
import type { Diagram, DiagramBlock, Statement } from "../../src/model/diagram.ts";
import type { Span } from "../../src/model/place.ts";
import { readCorpus } from "../conformance/corpus.ts";
import { diagramText, soupText } from "../conformance/diagram-arbitrary.ts";

// Several suites may share the machine.
vi.setConfig({ testTimeout: 60_000 });

/** The spans that say where a line went: a block counts with its first line, its branches' and its last. */
function collectSpans(diagram: Diagram): Span[] {
  const spans: Span[] = [...diagram.problems.map(({ span }) => span), ...diagram.boxes.map(({ span }) => span)];
  for (const participant of diagram.participants) spans.push(...participant.directives.map(({ span }) => span));
  const rest: Statement[] = [...diagram.statements];
  for (let statement = rest.pop(); statement !== undefined; statement = rest.pop()) {
    if (statement.kind === "block") {
      const { span, directives } = statement;
      spans.push(
        { ...span, end: span.start + 1 },
        { ...span, start: span.end - 1 },
        ...directives.map((one) => one.span),
      );
      for (const branch of statement.branches) {
        spans.push({ ...branch.span, end: branch.span.start + 1 }, ...branch.directives.map((one) => one.span));
        rest.push(...branch.statements);
      }
    } else {
      spans.push(statement.span);
      if ("directives" in statement) spans.push(...statement.directives.map((one) => one.span));
    }
  }
  return spans;
}

/** Lines with something on them that no span touches; the header is the diagram's own. */
function findLostLines(text: string): string[] {
  const spans = collectSpans(parseSequence(text));
  const lost: string[] = [];
  let header = false;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const from = match.index;
    if (line.replaceAll(";", "").trim() === "") continue;
    if (!header && /^\s*sequenceDiagram\b/.test(line)) header = true;
    else if (!spans.some((span) => span.start < from + line.length && span.end > from)) lost.push(line);
  }
  return lost;
}

/** A diagram without its places. */
function withoutSpans(diagram: Diagram): unknown {
  return JSON.parse(JSON.stringify(diagram, (key, value: unknown) => (key === "span" ? undefined : value)));
}

const hasErrors = (diagram: Diagram): boolean => diagram.problems.some(({ severity }) => severity === "error");

describe("the sequence parser's laws", () => {
  it("never throws and accounts for every line", () => {
    fc.assert(
      fc.property(fc.oneof(diagramText, soupText, fc.string({ unit: "grapheme" })), (text) => {
        // An open `%%{` swallows line ends, so that a block's first line may go on over several: not for this measure.
        fc.pre(!/%%\{(?!init: \{\}\}%%)/.test(text));
        expect(findLostLines(text)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it("accounts for every line of the corpora", () => {
    for (const { name, text } of [...readCorpus("accepted.txt"), ...readCorpus("rejected.txt")]) {
      expect(findLostLines(text), name).toEqual([]);
    }
  });

  it("reads back what it prints", () => {
    fc.assert(
      fc.property(fc.oneof(diagramText, soupText), (text) => {
        const diagram = parseSequence(text);
        fc.pre(!hasErrors(diagram));
        const printed = printSequence(diagram);
        expect(withoutSpans(parseSequence(printed)), printed).toEqual(withoutSpans(diagram));
      }),
      { numRuns: 400 },
    );
  });

  it("reads back what it prints of the corpus, and printing again changes nothing", () => {
    for (const { name, text } of readCorpus("accepted.txt")) {
      const printed = printSequence(parseSequence(text));
      expect(withoutSpans(parseSequence(printed)), name).toEqual(withoutSpans(parseSequence(text)));
      expect(printSequence(parseSequence(printed)), name).toBe(printed);
    }
  });

  it("gives spans that hold the text they are about", () => {
    fc.assert(
      fc.property(diagramText, fc.nat(500), (text, offset) => {
        const lines = text.split(/\r\n?|\n/);
        for (const span of collectSpans(parseSequence(text, { offset, line: 7, column: 3 }))) {
          const start = span.start - offset;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(span.end - offset).toBeLessThanOrEqual(text.length);
          if (span.end - span.start <= 1) continue;
          const before = text.slice(0, start).split(/\r\n?|\n/);
          expect(span.line).toBe(before.length + 6);
          expect(lines[span.line - 7]).toBeDefined();
          expect(span.column).toBe((before.at(-1)?.length ?? 0) + (before.length === 1 ? 3 : 1));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("hostile text", () => {
  const depth = 10_000;
  const size = 5_000_000;
  const hostile: readonly (readonly [string, string])[] = [
    ["nested blocks", `${"alt x\n".repeat(depth)}A->>B: deep\n${"end\n".repeat(depth)}`],
    ["nested blocks left open", "loop x\n".repeat(depth)],
    ["a name", "a".repeat(size)],
    ["blanks", `A->>B: x${" ".repeat(size)}y`],
    ["dashes", `A${"-".repeat(size)}B: x`],
    ["half dashes", `A${"-a".repeat(size / 2)}->>B: x`],
    ["hashes", `A->>B: ${"#a".repeat(size / 2)}`],
    ["hashes in an id", `participant ${"#".repeat(size)}:`],
    ["entities", `A->>B: ${"#35;".repeat(size / 4)}`],
    ["open tags", `A->>B: ="${"<a".repeat(size / 2)}`],
    ["breaks that are none", `A->>B: ${"<br ".repeat(size / 4)}`],
    ["percent signs", "%".repeat(size)],
    ["open configs", "%%{".repeat(size / 3)],
    ["configs", "%%{a}%%".repeat(50_000)],
    ["comment lines", "%% c\n".repeat(100_000)],
    ["digits", `${"1".repeat(size)}a`],
    ["semicolons", ";".repeat(size)],
    ["brackets", "(".repeat(20_000)],
    ["open braces", "accDescr {".repeat(50_000)],
    ["styles", `A->>B: ${"style:".repeat(size / 6)}`],
    ["carriage returns", "\r".repeat(size)],
    ["box", `box rgb(${"1,".repeat(size / 2)}`],
    ["an alias", `participant A as ${"x ".repeat(size / 2)}`],
    ["open config braces", `${"participant A@{\n".repeat(5000)}`],
    ["front matter", `---\n${"---x\n".repeat(50_000)}`],
  ];
  it.each(hostile)(
    "%s are read in linear time",
    (name, body) => {
      const text = name === "front matter" ? body : `sequenceDiagram\n${body}`;
      const diagram = parseSequence(text);
      expect(diagram.span.end).toBe(text.length);
      // Not a measurement: a quadratic reading of 5 MB takes minutes.
    },
    60_000,
  );

  it("nested blocks are all there and print again", () => {
    const text = `sequenceDiagram\n${"alt x\n".repeat(depth)}A->>B: deep\n${"end\n".repeat(depth)}`;
    const diagram = parseSequence(text);
    let reached = 0;
    let block: Statement | undefined = diagram.statements[0];
    while (block?.kind === "block") {
      reached++;
      const next: DiagramBlock | Statement | undefined = block.branches[0]?.statements[0];
      block = next;
    }
    expect(reached).toBe(depth);
    expect(block?.kind).toBe("message");
    expect(printSequence(diagram).match(/\bend\b/g)).toHaveLength(depth);
  });
});
