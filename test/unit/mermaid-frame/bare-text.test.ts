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

test("a diagram keeps its title and its own words, links and calls only where they lead somewhere", () => {
  expect(bareText('---\ntitle: "Who: <b>asks</b>"\nconfig:\n  look: x\n---\npie\n  "a": 1')).toBe(
    '---\ntitle: "Who: <b>asks</b>"\n---\npie\n  "a": 1',
  );
  const journey = "journey\n  section Buy\n  Click the button: 5: Me\n  Details are shown: 3: Me";
  expect(bareText(journey)).toBe(journey);
  const sequence = "%% why\nsequenceDiagram\n  links A: {}\n  link A: x @ y\n  details->>B: asks\n  A->>B: x";
  expect(bareText(sequence)).toBe("%% why\nsequenceDiagram\n  details->>B: asks\n  A->>B: x");
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
