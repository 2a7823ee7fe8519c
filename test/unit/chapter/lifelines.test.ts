import { describe, expect, it } from "vitest";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";

/** Two hops, each with one lifeline `App` and the given one: are the two one lifeline? */
function areOne(first: string, second: string): boolean {
  const hop = (n: number, participant: string) => {
    const id = /^participant (\S+)/.exec(participant)?.[1] ?? "";
    return `## Hop ${n}: leg\n\n\`\`\`mermaid\nsequenceDiagram\n  participant App as Phone\n  ${participant}\n  App->>${id}: hi\n\`\`\`\n\n`;
  };
  const chapter = parseChapter("t.md", `# T\n\n${hop(1, first)}${hop(2, second)}`);
  return chapter.scenarios[0]?.participants.length === 2;
}

describe("one thing under two names", () => {
  it.each([
    ["participant CFE as Cloudflare edge (DFW)", "participant CFE as Cloudflare DFW POP"],
    ["participant CFE as Cloudflare edge (DFW)", "participant CF"],
    ["participant CF as Cloudflare", "participant CFE as Cloudflare DFW POP"],
    ["participant API as api pod (Go)", "participant APIPod as api pod<br/>(some node)"],
    ["participant KP as kube-proxy IPVS<br/>(kernel)", "participant KP as kube-proxy"],
    ["participant Redis as redis pod", "participant Redis as redis pod (acting as Asynq queue)"],
    ["participant CoreDNS as CoreDNS (10.43.0.10)", "participant CoreDNS"],
    ["participant DB as PostgreSQL", "participant P as Postgres"],
  ])("%s / %s", (a, b) => expect(areOne(a, b)).toBe(true));
});

describe("two things under one name, or nearly", () => {
  it.each([
    ["participant DNS as Local DNS", "participant DNS as CF internal DNS"],
    ["participant CF as Cloudflare", "participant CD as Cloudflare DNS"],
    ["participant DB as Postgres primary", "participant DB as Postgres replica"],
    ["participant A as Auth service", "participant A as Audit log"],
    ["participant O as api pod v1", "participant N as api pod v2"],
    ["participant R1 as Redis cache", "participant R2 as Redis queue"],
    ["participant X as Billing api", "participant Y as Orders api"],
  ])("%s / %s", (a, b) => expect(areOne(a, b)).toBe(false));

  it("is told apart in one fence, whatever the names say", () => {
    const text =
      "# T\n\n```mermaid\nsequenceDiagram\n  participant A as api pod\n  participant B as api pod\n  A->>B: hi\n```\n";
    expect(parseChapter("t.md", text).scenarios[0]?.participants).toHaveLength(2);
  });

  it("is joined or parted by what the author says", () => {
    const hop = (n: number, line: string, id: string) =>
      `## Hop ${n}: leg\n\n\`\`\`mermaid\nsequenceDiagram\n  ${line}\n  App->>${id}: hi\n\`\`\`\n\n`;
    const joined = `# T\n\n${hop(1, "participant DNS as Local DNS", "DNS")}${hop(2, "%% @same-as DNS\n  participant R as My resolver", "R")}`;
    expect(parseChapter("t.md", joined).scenarios[0]?.participants).toHaveLength(2);
    const parted = `# T\n\n${hop(1, "%% @layer a\n  participant P as Proxy", "P")}${hop(2, "%% @layer b\n  participant P as Proxy", "P")}`;
    expect(parseChapter("t.md", parted).scenarios[0]?.participants).toHaveLength(3);
  });

  it("is reported, with its line", () => {
    const text =
      "# T\n\n## Hop 1: a\n\n```mermaid\nsequenceDiagram\n  participant D as Local DNS\n  App->>D: hi\n```\n\n## Hop 2: b\n\n```mermaid\nsequenceDiagram\n  participant D as Office DNS\n  App->>D: hi\n```\n";
    expect(parseChapter("t.md", text).problems).toContainEqual(
      expect.objectContaining({ severity: "info", code: "lifeline/kept-apart", line: 15, column: 3 }),
    );
  });
});
