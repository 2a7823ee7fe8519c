import { render, waitFor } from "@testing-library/react";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { Prose } from "../../../src/ui/prose/Prose.tsx";
import { safeLink } from "../../../src/ui/prose/safe-address.ts";

function show(markdown: string): HTMLElement {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  return render(<Prose prose={tree.children} />).container;
}

describe("prose", () => {
  it("renders ordinary Markdown as elements", () => {
    const box = show("# Title\n\nSome *fine* `code`.\n\n- one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said");
    expect(box.querySelector("h3")?.textContent).toBe("Title");
    expect(box.querySelector("em")?.textContent).toBe("fine");
    expect(box.querySelectorAll("li")).toHaveLength(2);
    expect(box.querySelector<HTMLInputElement>("li input")?.checked).toBe(true);
    expect(box.querySelectorAll("td")).toHaveLength(2);
    expect(box.querySelector("blockquote p")?.textContent).toBe("said");
  });

  it("knows a few harmless tags, and shows every other one as the text it is", () => {
    const box = show('Press <kbd>Ctrl</kbd>+<KBD>C</KBD>, H<sub>2</sub>O <b>bold *both*</b> <a id="x"></a>');
    expect(box.querySelector("p")?.innerHTML).toBe(
      "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O <b>bold <em>both</em></b> ",
    );
    const odd = show('<b onclick="x">a</b> <i>never closed <u>b</i></u> <script>c</script> <img src=x>');
    expect(odd.querySelector("p, i")?.querySelectorAll("[onclick], script, img, u")).toHaveLength(0);
    expect(odd.textContent).toBe('<b onclick="x">a</b> never closed <u>b</u> <script>c</script> <img src=x>');
    expect(show(`${"<b>".repeat(40)}deep${"</b>".repeat(40)}`).querySelectorAll("b")).toHaveLength(12);
  });

  it("folds what the text folds, also where it is not closed", () => {
    const [first, second, third] = show(
      "<details>\n<summary>How to <b>check</b></summary>\n\n- one\n\n<details open><summary>More</summary>\n\ninner\n\n</details>\n\n</details>\n\nAfter.\n\n<details><summary>Short</summary>said at once</details>",
    ).querySelectorAll("details");
    expect(first?.querySelector("summary")?.textContent).toBe("How to check");
    expect(first?.querySelector("li")?.textContent).toBe("one");
    expect(first?.open).toBe(false);
    expect(second?.open).toBe(true);
    expect(second?.parentElement).toBe(first);
    expect(third?.textContent).toBe("Shortsaid at once");
    expect(show("<details>\n\nto the end").querySelector("details p")?.textContent).toBe("to the end");
  });

  it("shows alerts in GitHub's form as what they are, and any other quotation as one", () => {
    const box = show("> [!WARNING]\n> Mind **this**.\n\n> [!note] more\n\n> [!OTHER]\n> x\n\n> [!TIP]\n>\n> - a");
    const alerts = [...box.querySelectorAll<HTMLElement>(".prose-alert")];
    expect(alerts.map(({ dataset, textContent }) => [dataset.kind, textContent?.trim()])).toEqual([
      ["warning", "WarningMind this."],
      ["tip", "Tipa"],
    ]);
    expect(box.querySelectorAll("blockquote")).toHaveLength(2);
  });

  it("numbers footnotes as they are spoken of, and leads there and back", () => {
    const box = show("One[^b] two[^a] again[^b] none[^c]\n\n[^a]: A said.\n[^b]: B said, see[^a].\n[^x]: unasked");
    // Markdown itself reads a mark without a footnote as the text it is.
    expect(box.querySelector("p")?.textContent).toBe("One1 two2 again1 none[^c]");
    const said = [...box.querySelectorAll<HTMLElement>(".prose-footnotes li")];
    expect(said.map(({ textContent }) => textContent)).toEqual(["B said, see2.↩", "A said.↩"]);
    box.querySelector<HTMLElement>('button[aria-label="Footnote 2"]')?.click();
    expect(document.activeElement).toBe(said[1]);
    said[1]?.querySelector("button")?.click();
    expect(document.activeElement?.getAttribute("data-mark")).toBe("2");
  });

  it("colours code in a language it knows, once the colours are there, and never as markup", async () => {
    const box = show("```sql\nselect '<img src=x>' -- all\n```\n\n```nosuch\n<b>\n```");
    const [known, unknown] = box.querySelectorAll("pre");
    const plain = known?.textContent;
    await waitFor(() => expect(known?.querySelector(".hljs-keyword")?.textContent).toBe("select"), { timeout: 10_000 });
    expect(known?.querySelector(".hljs-string")?.textContent).toBe("'<img src=x>'");
    expect(known?.textContent).toBe(plain);
    expect(unknown?.innerHTML).toBe("<code>&lt;b&gt;</code>");
    expect(box.querySelector("img")).toBeNull();
  });

  it("aligns a table's columns as the chapter says", () => {
    const box = show("| a | b |\n|--:|:-:|\n| 1 | 2 |");
    expect([...box.querySelectorAll("th, td")].map((cell) => cell.getAttribute("data-align"))).toEqual([
      "right",
      "center",
      "right",
      "center",
    ]);
  });

  it("skips no heading level, whatever level the chapter begins with", () => {
    expect([...show("#### Deep\n\n##### Deeper").querySelectorAll("h3, h4")].map((one) => one.tagName)).toEqual([
      "H3",
      "H4",
    ]);
  });

  it("never turns a chapter's HTML into markup", () => {
    const box = show("<script>alert(1)</script>\n\nText <img src=x onerror=alert(1)> more\n\n<!-- @latency 5 ms -->");
    expect(box.querySelector("script, img")).toBeNull();
    expect(box.textContent).toContain("onerror=alert(1)");
    expect(box.textContent).not.toContain("@latency");
  });

  it("follows only links that cannot run anything", () => {
    const box = show(
      "[a](javascript:alert(1)) [b](https://example.org) [c](other.md) [d][x]\n\n[x]: data:text/html,hi",
    );
    expect([...box.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
      "https://example.org",
      "other.md",
    ]);
    for (const url of ["java\nscript:alert(1)", " javascript:x", "vbscript:x", "\\\\evil.example", "//evil.example"]) {
      expect(safeLink(url), url).toBeUndefined();
    }
    expect(safeLink("mailto:a@example.org")).toBe("mailto:a@example.org");
  });
});
