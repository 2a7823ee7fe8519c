import { describe, expect, it } from "vitest";
import { parseSequence } from "../../../../src/chapter/sequence/parse-sequence.ts";
import type { Diagram, DiagramMessage, Statement } from "../../../../src/model/diagram.ts";

const parse = (body: string): Diagram => parseSequence(`sequenceDiagram\n${body}`);
const kinds = (statements: readonly Statement[]): string[] => statements.map((statement) => statement.kind);
function messages(diagram: Diagram): DiagramMessage[] {
  return diagram.statements.filter((statement) => statement.kind === "message");
}
const codes = (diagram: Diagram): string[] => diagram.problems.map(({ code, span }) => `${code} ${span.line}`);

describe("parseSequence", () => {
  it("reads messages with their exact spans in the file", () => {
    const text = "sequenceDiagram\n  A->>+B: hello\n  B-->>-A: bye\n";
    const diagram = parseSequence(text, { offset: 100, line: 10, column: 1 });
    expect(diagram.problems).toEqual([]);
    const [first, second] = messages(diagram);
    expect(first).toMatchObject({ from: "A", to: "B", text: "hello", activates: true, deactivates: false });
    expect(first?.span).toEqual({ start: 118, end: 131, line: 11, column: 3 });
    expect(second?.arrow).toMatchObject({ token: "-->>", line: "dotted", head: "filled", tail: "none" });
    expect(second?.span.line).toBe(12);
  });

  it("keeps spans exact over Windows line ends and comment lines", () => {
    const text = "sequenceDiagram\r\n\r\n%% @latency 3 ms\r\nA->>B: one\r\n  %% note to self\r\n  B->>A: two\r\n";
    const diagram = parseSequence(text);
    const [one, two] = messages(diagram);
    expect(one?.directives).toEqual([
      { name: "latency", text: "3 ms", span: { start: 19, end: 35, line: 3, column: 1 } },
    ]);
    expect(one?.span).toMatchObject({ line: 4, column: 1, start: text.indexOf("A->>B") });
    expect(two?.span).toMatchObject({ line: 6, column: 3, start: text.indexOf("B->>A") });
    expect(kinds(diagram.statements)).toEqual(["message", "other", "message"]);
  });

  it("lists participants in Mermaid's order, with labels, shapes and boxes", () => {
    const diagram = parse(
      'X->>A: hi\nbox Aqua Team one\nparticipant A as The<br/>A\nparticipant D@{ "type": "database", "alias": "Store" }\nend\nactor U',
    );
    expect(diagram.problems).toEqual([]);
    expect(
      diagram.participants.map(({ id, label, shape, declared, box }) => [id, label, shape, declared, box]),
    ).toEqual([
      ["X", "X", "participant", false, undefined],
      ["A", "The\nA", "participant", true, 0],
      ["D", "Store", "database", true, 0],
      ["U", "U", "actor", true, undefined],
    ]);
    expect(diagram.boxes).toMatchObject([{ title: "Team one", color: "Aqua" }]);
  });

  it("nests blocks and gives directives to block and branch lines", () => {
    const diagram = parse(
      "%% @choice c\nalt warm\nA->>B: x\n%% @default\nelse cold\nloop 3 times\nA->>B: y\nend\nend\npar_over one\nA->>B: z\nand two\nend",
    );
    expect(diagram.problems).toEqual([]);
    const [alt, par] = diagram.statements;
    if (alt?.kind !== "block" || par?.kind !== "block") throw new Error("two blocks expected");
    expect(alt.directives.map(({ name }) => name)).toEqual(["choice"]);
    expect(alt.branches.map(({ text, directives }) => [text, directives.length])).toEqual([
      ["warm", 0],
      ["cold", 1],
    ]);
    expect(alt.branches[1]?.statements).toMatchObject([{ kind: "block", type: "loop" }]);
    expect(alt.span).toMatchObject({ line: 3 });
    expect(par).toMatchObject({ type: "par", overlaps: true, branches: [{ text: "one" }, { text: "two" }] });
  });

  it("reports a line once and plays the rest", () => {
    const diagram = parse("A->>B: ok\nA->>B\nwhat is this\nA->>end: no\nB->>A: ok\nend\nelse x\nloop open\nA->>B: in");
    expect(codes(diagram)).toEqual([
      "sequence/missing-text 3",
      "sequence/missing-arrow 4",
      "sequence/keyword-as-name 5",
      "sequence/stray-end 7",
      "sequence/stray-branch 8",
      "sequence/unclosed-block 9",
    ]);
    expect(kinds(diagram.statements)).toEqual(["message", "message", "block"]);
  });

  it("says where a directive has nothing behind it", () => {
    expect(codes(parse("A->>B: x\n%% @async"))).toEqual(["sequence/directive-without-target 3"]);
    expect(codes(parse("opt x\nA->>B: x\n%% @async\nend\nA->>B: y"))).toEqual(["sequence/directive-without-target 4"]);
  });

  it("shows text as Mermaid does", () => {
    const [message] = messages(parse("A->>B: a #35; b<br>c<BR />d #quot;e#quot; #9829; # gone"));
    expect(message?.text).toBe('a # b\nc\nd "e" ♥');
  });

  it("answers for every kind of wrong text without an exception", () => {
    expect(codes(parseSequence(""))).toEqual(["sequence/no-header 1"]);
    expect(codes(parseSequence("graph TD"))).toContain("sequence/no-header 1");
    expect(codes(parseSequence("---\ntitle: x\nsequenceDiagram\nA->>B: x"))[0]).toBe("sequence/front-matter 1");
  });
});
