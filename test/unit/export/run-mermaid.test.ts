import { expect, test } from "vitest";
import { parseSequence } from "../../../src/chapter/sequence/parse-sequence.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { runMermaid } from "../../../src/export/mermaid/run-mermaid.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

const flow = `
client app
# 1 Client to api 5..15ms
app -> api : POST /tasks 5ms [timeout 15s]
opt cached [default no]
api -> cache : GET 1ms
end
api -> db : INSERT 2ms
db --> api : ok 2ms
api --> app : 201 5ms
# 2 Afterwards
app -> api : GET /tasks 5ms
! db-down db refused 503
`;

function mermaidOf(fail = ""): string[] {
  const { scenario, system } = readFlow(flow);
  const text = runMermaid(scenario, system, simulate(scenario, system, readRun(fail)));
  return text.split("\n").map((line) => line.trim());
}

test("a healthy run has its messages, and no branch that was not taken", () => {
  const lines = mermaidOf();
  expect(lines[0]).toBe("sequenceDiagram");
  expect(lines).toContain("app->>api: POST /tasks");
  expect(lines).toContain("api-->>app: 201");
  expect(lines.join("\n")).not.toMatch(/opt|GET 1ms|Never reached/);
});

test("a failed run has the cross, the way back, and says what was never reached", () => {
  const lines = mermaidOf("db-down");
  expect(lines.find((line) => line.startsWith("api-xdb:"))).toMatch(/INSERT<br\/>✕ db down/);
  expect(lines).not.toContain("db-->>api: ok");
  const back = lines.slice(lines.findIndex((line) => line.startsWith("rect")));
  expect(back.some((line) => line.startsWith("api-->>app:"))).toBe(true);
  expect(lines.filter((line) => /Never reached/.test(line))).toEqual([
    "Note over app,db: Never reached: ok, 201",
    "Note over app,db: Never reached: hop 2 Afterwards",
  ]);
});

test("our own reader reads it without a problem", () => {
  for (const fail of ["", "db-down"]) expect(parseSequence(mermaidOf(fail).join("\n")).problems).toEqual([]);
});
