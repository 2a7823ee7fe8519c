import { expect, test } from "vitest";
import { bareText } from "../../../src/mermaid-frame/bare-text.ts";
import { readFromFrame, readToFrame, wrap } from "../../../src/mermaid-frame/protocol.ts";
import { inlineScript } from "../../../src/mermaid-page.ts";

test("configuration, links and calls never reach Mermaid; the diagram does", () => {
  const text = [
    "---",
    "config: { themeCSS: '*{background:url(https://x.example)}' }",
    "---",
    '%%{init: {"theme": "forest"',
    "}}%%",
    "flowchart TD",
    "  A --> B %% a comment",
    '  click A "javascript:attacked(1)"',
    "  link A: Home @ https://x.example",
    "%%{wrap}%%  B --> C",
    '%%{init: {"securityLevel": "loose"',
  ].join("\r\n");
  expect(bareText(text)).toBe("\nflowchart TD\n  A --> B %% a comment\n  B --> C\n");
});

test("a message is read field by field; what is not of the protocol is none", () => {
  const draw = { kind: "draw", id: 1, text: "x", theme: "dark" } as const;
  expect(readToFrame(wrap(draw))).toEqual(draw);
  expect(readToFrame(draw)).toBeUndefined();
  expect(readToFrame(wrap({ ...draw, theme: "forest" as "dark" }))).toBeUndefined();
  expect(readToFrame(JSON.parse('{"__proto__":{"protocol":"hopwise-mermaid/1","kind":"ready"}}'))).toBeUndefined();
  expect(readToFrame(wrap({ kind: "zoom", zoom: Number.NaN }))).toBeUndefined();
  expect(readFromFrame(wrap({ kind: "refused", id: 0, reason: "x".repeat(5_000) }))).toHaveProperty(
    "reason.length",
    1_000,
  );
  for (const stranger of [null, "ready", 7, [], { protocol: "hopwise-mermaid/2", kind: "ready" }])
    expect(readFromFrame(stranger)).toBeUndefined();
});

test("nothing in the script ends its element", () => {
  expect(inlineScript('a("</script><!--", 1<2)\r\n')).toBe('a("\\x3C/script>\\x3C!--", 1<2)\n');
});
