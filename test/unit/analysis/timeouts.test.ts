import { describe, expect, it } from "vitest";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { sayVerdict } from "../../../src/analysis/say-verdict.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { computeBlast } from "../../../src/session/compute-blast.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

function judge(text: string, fail?: string) {
  const { scenario, system } = readFlow(text);
  const trace = simulate(scenario, system, readRun(fail));
  const verdict = getVerdict(scenario, system, trace);
  const rules = verdict.because.map((each) => each.rule);
  const cell = computeBlast([scenario], system).cells.find(({ fault }) => fault === fail)?.outcome;
  return { trace, verdict, rules, cell, ...sayVerdict(scenario, system, trace, verdict) };
}

function flow({ call = "", query = "", budget = "" }): string {
  return `
    client app
    service api
    store db
    app -> api : GET 10..20ms ${call}
    api -> db : SELECT 20..40ms ${query}
    db --> api : rows
    api --> app : 200
    ! db-gone db unreachable
    ! db-slow db slow [+3..5s]
    ! db-some db slow [+3..5s; share 1/3]
    ! db-bit db slow [+100..200ms]
    ! db-off db unreachable [continue]
    ${budget}
  `;
}

describe("a wait that nobody states", () => {
  it("has no upper end when nobody further out states one", () => {
    expect(judge(flow({}), "db-gone").verdict.waited).toEqual({ min: 40, max: null });
  });

  it("ends with the timeout of a caller further out", () => {
    const { trace, verdict, detail } = judge(flow({ call: "[timeout 2s]" }), "db-gone");
    expect(verdict.outcome).toBe("failed");
    expect(verdict.waited.max).toBe(2000);
    expect(detail).toContain("whoever called it waits no longer than stated");
    for (const { start, end } of trace.messages) {
      if (start.max !== null && end.max !== null) expect(end.max).toBeGreaterThanOrEqual(start.max);
    }
  });

  it("is not cut short by a timeout further in", () => {
    expect(judge(flow({ query: "[timeout 2s]" }), "db-gone").verdict.waited.min).toBeGreaterThanOrEqual(2000);
  });

  it("that is carried on without ends in the same way", () => {
    const { verdict } = judge(flow({ call: "[timeout 2s]" }), "db-off");
    expect([verdict.outcome, verdict.waited.max]).toEqual(["degraded", 2000]);
  });
});

describe("an answer later than its timeout", () => {
  it("is no failure without one: the figures and the timeout disagree, and that is said", () => {
    const { verdict, rules, detail } = judge(flow({ call: "[timeout 50ms]" }));
    expect([verdict.outcome, verdict.waited.max]).toEqual(["ok", 60]);
    expect(rules).toContain("slower-than-timeout");
    expect(detail).toContain("“GET” may take longer than its timeout of 50 ms.");
  });

  it("is said of a failure's slowest requests too", () => {
    const { verdict, rules } = judge(flow({ call: "[timeout 230ms]" }), "db-bit");
    expect(verdict.outcome).toBe("slow");
    expect(rules).toContain("slower-than-timeout");
  });

  it("is not said when it comes in time", () => {
    expect(judge(flow({ call: "[timeout 60ms]" })).rules).not.toContain("slower-than-timeout");
  });
});

describe("the client's own timeout", () => {
  const budget = "budget 30..60ms [timeout 2s]";

  it("makes a run fail whose answer comes later, and says what was going on", () => {
    const { verdict, cell, headline, detail, rules } = judge(flow({ budget }), "db-slow");
    expect([verdict.outcome, cell]).toEqual(["failed", "failed"]);
    expect(verdict.waited).toEqual({ min: 2000, max: 2000 });
    expect(verdict.status).toBeUndefined();
    expect(headline).toBe("db is slow: the client gave up after 2 s.");
    expect(detail).toContain("The client gave up after 2 s, while “SELECT” was going on.");
    expect(rules).toContain("client-timeout");
  });

  it("fails the touched part of the requests of a partial fault", () => {
    const { verdict, headline } = judge(flow({ budget }), "db-some");
    expect(verdict.outcome).toBe("partial");
    expect(headline).toContain("1 in 3 requests are given up after 2 s.");
  });

  it("ends an undocumented wait further in", () => {
    expect(judge(flow({ budget }), "db-gone").verdict.waited).toEqual({ min: 40, max: 2000 });
  });

  it("is how long the client waits where nothing comes back to it", () => {
    const text =
      "client app\nservice api\napp -> api : GET\napi --> app : 200\n! gone api unreachable\nbudget 1ms [timeout 2s]";
    expect(judge(text, "gone").verdict.waited).toEqual({ min: 2000, max: 2000 });
  });

  it("changes nothing when the answer comes in time", () => {
    const { verdict } = judge(flow({ budget }), "db-bit");
    expect([verdict.outcome, verdict.gaveUp]).toEqual(["slow", undefined]);
  });

  it("shorter than the healthy path is no failure, but a contradiction that is said", () => {
    const { verdict, detail } = judge(flow({ budget: "budget 30..60ms [timeout 40ms]" }));
    expect([verdict.outcome, verdict.waited.max]).toEqual(["ok", 60]);
    expect(detail).toContain("That is more than the 40 ms the client waits: the chapter's figures disagree.");
  });
});
