import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/engine/simulate.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";
import { printPath, printTrace } from "../../fixtures/print-trace.ts";

function play(text: string, fail?: string, chosen?: string) {
  const { scenario, system } = readFlow(text);
  return simulate(scenario, system, readRun(fail, chosen));
}

function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** A request over an edge and a node to a gateway, which looks a service up and calls it. */
const path = `
  client app
  edge edge
  node node
  gateway gateway
  dns names
  service api
  store db
  layer ufw network
  # 1 App → edge 5..15ms
  app -> edge : SYN
  edge --> app : SYN+ACK
  app -> edge : POST
  # 2 Edge → node 90..120ms
  edge -> node : POST [via ufw]
  node -> gateway : deliver 0..1ms
  # 3 Gateway → api 1..3ms
  gateway -> names : resolve api
  names -> gateway : 10.0.0.1
  gateway -> api : POST
  # 4 api → db
  api -> db : INSERT 20..60ms
  db --> api : rows
  # 5 Back
  api --> gateway : 200 1..3ms
  gateway --> edge : 200 90..120ms
  edge --> app : 200 5..15ms
  ! names-down names unresolved
  ! ufw-blocks ufw refused 521
  ! db-down db error 500 [sees 500]
  ! db-slow db slow [+100..200ms]
  ! edge-elsewhere edge rerouted
  ! nic ufw unreachable [share 1/3]
`;

describe("a straight path", () => {
  it("shares a hop's range evenly among its calls, and answers take nothing of it", () => {
    expect(printTrace(play(path))).toBe(
      lines(`
        1.1 app -> edge : SYN | 0 → 2.5..7.5
        1.2 edge --> app : SYN+ACK | 2.5..7.5 → 2.5..7.5
        1.3 app -> edge : POST | 2.5..7.5 → 5..15
        2.1 edge -> node : POST | 5..15 → 95..135
        2.2 node -> gateway : deliver | 95..135 → 95..136
        3.1 gateway -> names : resolve api | 95..136 → 95.5..137.5
        3.2 names --> gateway : 10.0.0.1 | 95.5..137.5 → 95.5..137.5
        3.3 gateway -> api : POST | 95.5..137.5 → 96..139
        4.1 api -> db : INSERT | 96..139 → 116..199
        4.2 db --> api : rows | 116..199 → 116..199
        5.1 api --> gateway : 200 | 116..199 → 117..202
        5.2 gateway --> edge : 200 | 117..202 → 207..322
        5.3 edge --> app : 200 | 207..322 → 212..337
      `),
    );
  });

  it("dies where a fatal fault bites, and the failure goes back over the hops it came by", () => {
    const trace = play(path, "names-down");
    expect(printTrace(trace)).toBe(
      lines(`
        1.1 app -> edge : SYN | 0 → 2.5..7.5
        1.2 edge --> app : SYN+ACK | 2.5..7.5 → 2.5..7.5
        1.3 app -> edge : POST | 2.5..7.5 → 5..15
        2.1 edge -> node : POST | 5..15 → 95..135
        2.2 node -> gateway : deliver | 95..135 → 95..136
        3.1 gateway -> names : resolve api = failed names-down | 95..136 → 95.5..137.5
        3.2 names --> gateway : 10.0.0.1 = neverReached | 95.5..137.5 → 95.5..137.5
        3.3 gateway -> api : POST = neverReached | 95.5..137.5 → 95.5..137.5
        3.+ gateway --> edge : an error, status not documented = added names-down over 2 | 95.5..137.5 → 185.5..257.5
        3.+ edge --> app : an error, status not documented = added names-down over 1 | 185.5..257.5 → 190.5..272.5
        4.1 api -> db : INSERT = neverReached | 190.5..272.5 → 190.5..272.5
        4.2 db --> api : rows = neverReached | 190.5..272.5 → 190.5..272.5
        5.1 api --> gateway : 200 = neverReached | 190.5..272.5 → 190.5..272.5
        5.2 gateway --> edge : 200 = neverReached | 190.5..272.5 → 190.5..272.5
        5.3 edge --> app : 200 = neverReached | 190.5..272.5 → 190.5..272.5
      `),
    );
    expect(trace.brokeAt).toBe(5);
    expect(trace.status).toBeUndefined();
  });

  it("passes the status of the caller of the broken message on unchanged", () => {
    const trace = play(path, "db-down");
    expect(trace.status).toBe(500);
    expect(printPath(trace)).toContain(
      lines(`
        4.+ api --> gateway : 500 = added db-down over 3
        4.+ gateway --> edge : 500 = added db-down over 2
        4.+ edge --> app : 500 = added db-down over 1
      `),
    );
    expect(play(path, "ufw-blocks").status).toBe(521);
  });

  it("says which faults were not reached and which have nothing to bite", () => {
    const trace = play(path, "names-down, db-down, unknown");
    expect(trace.notReached).toEqual(["db-down"]);
    expect(trace.notHere).toEqual(["unknown"]);
  });

  it("leaves an unknown wait open instead of counting it as nothing", () => {
    const trace = play(path, "nic");
    expect(trace.total).toEqual({ min: 100, max: null });
    expect(trace.messages[3]?.wait).toEqual({ min: 0, max: null });
    expect(play(path, "nic", "nic=unaffected").brokeAt).toBeUndefined();
  });

  it("adds what a slow layer adds once per exchange, and reroutes once", () => {
    expect(play(path, "db-slow").total).toEqual({ min: 312, max: 537 });
    const rerouted = play(path, "edge-elsewhere");
    expect(rerouted.messages.filter((message) => message.bites.length > 0).map((message) => message.index)).toEqual([
      0,
    ]);
    expect(rerouted.total).toEqual({ min: 212, max: null });
  });

  it("bites only from its onset on", () => {
    expect(printPath(play(path, "edge-elsewhere@1.2"))).toContain("1.2 edge --> app : SYN+ACK = slow edge-elsewhere");
    expect(play(path, "names-down@3.2").brokeAt).toBe(6);
    expect(play(path, "names-down@4.1").notHere).toEqual(["names-down"]);
  });
});
