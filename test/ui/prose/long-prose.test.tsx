import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { firstOfProse } from "../../../src/ui/prose/first-of-prose.ts";
import { Prose } from "../../../src/ui/prose/Prose.tsx";

const read = (markdown: string): readonly RootContent[] =>
  unified().use(remarkParse).use(remarkGfm).parse(markdown).children;

const lines = Array.from({ length: 3_000 }, (_, n) => `Line ${n + 1}.`);

describe("a long text", () => {
  let near: () => void = () => {};
  beforeEach(() => {
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(callback: (entries: readonly { isIntersecting: boolean }[]) => void) {
          near = () => callback([{ isIntersecting: true }]);
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  const paragraphs = (): number => document.querySelectorAll(".prose > p").length;
  const more = () => screen.queryByRole("button", { name: "Show more of the text" });

  it("is drawn part by part, as the reader comes near or asks, and in the end whole", () => {
    render(<Prose prose={read(lines.join("\n\n"))} />);
    const first = paragraphs();
    expect(first).toBeGreaterThan(100);
    expect(first).toBeLessThan(1_000);
    act(() => near());
    expect(paragraphs()).toBeGreaterThan(first);
    for (let n = 0; n < 20 && more(); n += 1) fireEvent.click(more() as HTMLElement);
    expect(paragraphs()).toBe(lines.length);
  });

  it("grows within one endless table", () => {
    render(<Prose prose={read(`| a | b |\n|---|---|\n${"| 1 | 2 |\n".repeat(2_000)}`)} />);
    const cells = () => document.querySelectorAll("td").length;
    expect(cells()).toBeLessThan(1_000);
    for (let n = 0; n < 20 && more(); n += 1) fireEvent.click(more() as HTMLElement);
    expect(cells()).toBe(4_000);
  });

  it("has its footnotes, and definitions wherever they stand", () => {
    const text = `One[^1] and [two][t].\n\n${lines.join("\n\n")}\n\nThree[^2].\n\n[^1]: First said.\n[^2]: Then said.\n\n[t]: https://example.com/`;
    render(<Prose prose={read(text)} />);
    expect(document.querySelector(".prose-footnotes")?.textContent).toBe("First said.↩");
    expect(screen.getByRole("link", { name: /two/ }).getAttribute("href")).toBe("https://example.com/");
    for (let n = 0; n < 20 && more(); n += 1) fireEvent.click(more() as HTMLElement);
    expect(document.querySelector(".prose-footnotes")?.textContent).toBe("First said.↩Then said.↩");
  });
});

describe("the first of a text", () => {
  it("is the text itself where all of it has room", () => {
    const prose = read("# Title\n\nSome *text*.");
    expect(firstOfProse(prose, 1_000)).toBe(prose);
  });

  it("ends within one huge paragraph, list or fence, between two characters, but never within a diagram", () => {
    const huge = "ab😀".repeat(5_000);
    for (const text of [huge, `\`\`\`\n${huge}\n\`\`\``, `- ${huge}\n- b`]) {
      const cut = JSON.stringify(firstOfProse(read(text), 1_000));
      expect(cut.length).toBeLessThan(3_000);
      expect(cut).not.toMatch(/\\ud[89a-f]/);
    }
    const diagram = read(`\`\`\`mermaid\n${huge}\n\`\`\``);
    expect(firstOfProse(diagram, 1_000)[0]).toBe(diagram[0]);
  });
});
