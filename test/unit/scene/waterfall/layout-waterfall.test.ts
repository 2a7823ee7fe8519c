import { describe, expect, it } from "vitest";
import { layoutWaterfall, listRows } from "../../../../src/scene/waterfall/layout-waterfall.ts";
import { shareByHop } from "../../../../src/scene/waterfall/share-time.ts";
import type { WaterfallRow } from "../../../../src/scene/waterfall/waterfall.ts";
import { typeScenario, typeTrace } from "../../../fixtures/type-trace.ts";

const scenario = typeScenario("Phone → Edge", "Edge → Api", "Api → Queue");
const none = { layers: [], faults: [] };
const lay = (text: string) => layoutWaterfall(scenario, none, typeTrace(text));
const say = (row: WaterfallRow) =>
  [row.label, row.tone, row.bar ? `at ${row.bar.at}` : "", row.figure, row.note].filter(Boolean).join(" | ");

describe("the waterfall's rows", () => {
  it("are the hops, each from its drawn start with its least and most", () => {
    const { rows, end } = lay("1.1 0-10 ok figure\n1.2 10-10\n2.1 10-40 slow figure");
    expect(rows.map(say)).toEqual(["1 Phone → Edge | travels | at 0 | 10 ms", "2 Edge → Api | slow | at 10 | 30 ms"]);
    expect(end).toBe(40);
  });

  it("say what was never reached, and put the failure's way back last", () => {
    const { rows } = lay(
      "1.1 0-10 ok figure\n2.1 10-12 failed figure\n2.1 12-22 added back figure\n3.1 22-22 neverReached",
    );
    expect(rows.map(say)).toEqual([
      "1 Phone → Edge | travels | at 0 | 10 ms",
      "2 Edge → Api | failed | at 10 | 2 ms",
      "3 Api → Queue | quiet | never reached",
      "The failure travels back | failed | at 12 | 10 ms | not in the chapter",
    ]);
  });

  it("keep what nobody waits for apart", () => {
    const { rows, asides } = lay("1.1 0-10 ok figure\n3.1 10-90 lost async figure\n2.1 10-20 ok figure");
    expect(asides.map(say)).toEqual(["3 Api → Queue | failed | at 10 | 80 ms | async, lost"]);
    expect(rows.map(say)).toContain("3 Api → Queue | quiet | nobody waits for it, see below");
  });

  it("never show a time that nobody states", () => {
    expect(lay("1.1 0-0").rows.map(say)).toEqual(["1 Phone → Edge | travels | at 0 | not documented"]);
    const trace = typeTrace("1.1 0-0 failed");
    const open = { min: 0, max: null };
    const messages = trace.messages.map((message) => ({ ...message, wait: open, end: open, takes: open }));
    const [row] = layoutWaterfall(scenario, none, { ...trace, messages }).rows;
    expect(row?.figure).toBe("at least 0 ms, not documented");
    expect(row?.bar?.wait?.open).toBe(true);
  });

  it("list messages only inside open hops", () => {
    const { rows } = lay("1.1 0-10\n1.2 10-20\n2.1 20-30");
    expect(listRows(rows, new Set(["hop-1"])).map((row) => row.key)).toEqual([
      "hop-1",
      "message-0",
      "message-1",
      "hop-2",
    ]);
  });

  it("find the stretches in which nothing but waiting happens", () => {
    expect(lay("1.1 0-100\n2.1 100-15100 failed wait").waits).toEqual([{ from: 100, until: 15_100 }]);
    expect(lay("1.1 0-15000 failed wait\n1.2 0-300").waits).toEqual([]);
  });
});

describe("where the time goes", () => {
  it("adds up to the whole, the way back apart and async work left out", () => {
    const trace = typeTrace("1.1 0-10\n1.2 10-30\n2.1 30-40 failed\n3.1 30-900 ok async\n2.1 40-100 added back");
    const parts = shareByHop(scenario, trace);
    expect(parts.map((part) => `${part.label} ${part.time}`)).toEqual([
      "1 Phone → Edge 30",
      "2 Edge → Api 10",
      "The failure travels back 60",
    ]);
    expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
  });
});
