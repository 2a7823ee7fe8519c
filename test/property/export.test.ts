import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLibrary } from "../../src/chapter/parse-library.ts";
import { parseSequence } from "../../src/chapter/sequence/parse-sequence.ts";
import { runMarkdown } from "../../src/export/markdown/run-markdown.ts";
import { runMermaid } from "../../src/export/mermaid/run-mermaid.ts";
import { loadShapes, outlineText } from "../../src/export/svg/outline-text.ts";
import { runSvg } from "../../src/export/svg/run-svg.ts";
import { traceCsv } from "../../src/export/trace-csv.ts";
import { isPassed } from "../../src/model/trace.ts";
import { readCsv } from "../fixtures/read-csv.ts";
import { hostileRun } from "../fixtures/run-arbitrary.ts";

describe("exports of any run, in any words", () => {
  it("the CSV has every message of the trace once, in its order, and no formula", () => {
    fc.assert(
      fc.property(hostileRun, ({ scenario, system, trace }) => {
        const [head = [], ...rows] = readCsv(traceCsv(scenario, system, trace));
        expect(rows.map(([index]) => Number(index))).toEqual(trace.messages.map(({ index }) => index));
        for (const row of rows) {
          expect(row).toHaveLength(head.length);
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  it("the Mermaid text is read without a problem, with every passed message and nothing that configures or links", () => {
    fc.assert(
      fc.property(hostileRun, ({ scenario, system, trace }) => {
        const text = runMermaid(scenario, system, trace);
        const { problems, statements } = parseSequence(text);
        expect(problems, text).toEqual([]);
        const arrows = text.split("\n").filter((line) => /^\s*\w+\(?\)?(<<)?--?[>x)]/.test(line));
        expect(arrows, text).toHaveLength(trace.messages.filter(isPassed).length);
        expect(statements.some(({ kind }) => kind === "declaration")).toBe(true);
        expect(text).not.toMatch(/%%\{|<(?!br\/>)|^\s*(click|links?|properties|details)\b/m);
      }),
    );
  });

  it("the picture is drawn with every placed message once, and has no script, link, handler or foreign element", () => {
    fc.assert(
      fc.property(hostileRun, fc.constantFrom("even", "scale"), ({ scenario, system, trace }, spacing) => {
        const { svg } = runSvg(scenario, system, trace, { theme: "dark", spacing, waterfall: true });
        const drawn = [...svg.matchAll(/data-message="(\d+)"/g)].map(([, index]) => Number(index));
        expect(drawn.toSorted((a, b) => a - b)).toEqual(trace.messages.map(({ index }) => index));
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        const tags = new Set([...svg.matchAll(/<\/?([^\s/>]+)/g)].map(([, tag]) => tag ?? ""));
        for (const tag of tags) expect(["svg", "title", "desc", "g", "rect", "path", "circle", "text"]).toContain(tag);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
        for (const [tag] of svg.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/\son\w+=|href|url\(/);
      }),
      { numRuns: 25 },
    );
  });

  it("the picture with its text as shapes has the same lines, and refers to nothing but its own shapes", async () => {
    await fc.assert(
      fc.asyncProperty(hostileRun, async ({ scenario, system, trace }) => {
        const picture = runSvg(scenario, system, trace, { theme: "light", spacing: "even", waterfall: true });
        const { svg } = outlineText(picture, await loadShapes(picture));
        const lines = (text: string) => [...text.matchAll(/<text |<g aria-label/g)].length;
        expect(lines(svg)).toBe(lines(picture.svg));
        const ids = new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
        for (const [tag, name] of svg.matchAll(/<\/?([^\s/>]+)[^>]*>/g)) {
          expect(tag.replace(/"[^"]*"/g, "")).not.toMatch(/\son\w+=|\sstyle=|[^:]href/);
          const target = /xlink:href="([^"]*)"/.exec(tag)?.[1];
          if (target === undefined) continue;
          expect(name).toBe("use");
          expect(ids.has(target.slice(1)), target).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("the Markdown is one chapter with one diagram, and holds no markup of a text's own", () => {
    fc.assert(
      fc.property(hostileRun, ({ scenario, system, trace }) => {
        const text = runMarkdown(scenario, system, trace);
        const outside = text.replace(/(`{3,})\w+\n[\s\S]*?\n\1\n/g, "");
        expect(outside).not.toMatch(/(?<!\\)[<>]/);
        expect(outside).not.toMatch(/(?<!\\)\]\(/);
        const { problems } = parseLibrary("again", [{ file: "a.md", text }]);
        expect(problems.filter(({ code }) => code.startsWith("sequence/"))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
