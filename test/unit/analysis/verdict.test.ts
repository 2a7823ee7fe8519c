import { describe, expect, it } from "vitest";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { orderLayers } from "../../../src/analysis/order-layers.ts";
import { sayVerdict } from "../../../src/analysis/say-verdict.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { healthyRun } from "../../../src/model/run.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

function judge(text: string, fail?: string, chosen?: string) {
  const { scenario, system } = readFlow(text);
  const trace = simulate(scenario, system, readRun(fail, chosen));
  const verdict = getVerdict(scenario, system, trace);
  return { trace, verdict, ...sayVerdict(scenario, system, trace, verdict) };
}

/** The acceptance table's path in small: each fault bites where the honeyDue chapter has it. */
const create = `
  client app
  edge edge
  node node
  gateway gateway
  dns resolver
  dns names
  network proxy
  service api
  store db
  store cache
  worker worker
  layer cloud-dns dns
  layer nic network
  layer ufw network
  layer flannel network
  choice connection new* warm
  choice placement other* same
  # 1 App → edge 5..15ms
  app -> resolver : Resolve [via cloud-dns]
  resolver -> app : address
  app -> edge : SYN
  edge --> app : SYN+ACK
  app -> edge : POST
  # 2 Edge → origin 90..120ms
  edge -> node : SYN [via nic, ufw]
  node --> edge : SYN+ACK
  edge -> node : POST [via nic, ufw]
  node -> gateway : deliver 0..1ms
  # 3 Gateway → api 1..3ms
  opt new [choice connection]
    gateway -> names : Resolve api
    names -> gateway : address
  end
  gateway -> proxy : SYN
  proxy -> proxy : pick
  alt other [choice placement]
    proxy -> api : rewritten [via flannel]
  else same
    proxy -> api : rewritten here
  end
  # 4 api → db 20..60ms
  api -> api : parse 1..3ms
  api -> db : query
  db --> api : rows
  # 5 api → cache 0..1ms
  api -> proxy : TCP
  alt other [choice placement]
    proxy -> cache : rewritten [via flannel]
  else same
    proxy -> cache : rewritten here
  end
  api -> cache : DEL
  cache --> api : OK
  # 6 api → worker
  api -> cache : RPUSH job [effect]
  cache --> api : OK
  rect [async]
    worker -> cache : BLPOP
    cache --> worker : job
    worker -> worker : work
  end
  # 7 Back
  api -> api : generate 1..5ms
  api --> gateway : JSON 1..3ms
  gateway --> node : out 0..1ms
  node --> edge : response 90..120ms
  edge --> app : response 5..15ms
  ! cloud-dns-down cloud-dns unresolved [title Cloudflare DNS down; sees can't resolve the name]
  ! edge-down edge rerouted [title Edge down, one POP; sees slower]
  ! nic-fails nic unreachable [title Node NIC fails; share 1/3; sees some requests time out]
  ! ufw-blocks ufw refused 521 [title UFW blocks :80; sees 521 from the edge]
  ! gateway-down gateway rerouted [title Gateway pod down on one node; share 1/3]
  ! proxy-broken proxy unreachable [title kube-proxy broken on one node; share 1/3]
  ! names-down names unresolved [title CoreDNS down; sees new connections fail]
  ! flannel-broken flannel unreachable [title Flannel broken between nodes]
  ! api-killed api refused 502 [title api pod OOM-killed]
  ! db-down db error 500 [title Postgres down; check logs; recovery wait]
  ! cache-down cache refused [title Redis down; continue; sees an answer, without cache]
  ! files-down files error [title B2 down]
`;

const table = [
  // fault, choices, outcome, hop, message, status, headline
  [
    "cloud-dns-down",
    "",
    "failed",
    1,
    1,
    undefined,
    "Cloudflare DNS is down: the request dies at hop 1, before it reaches edge.",
  ],
  ["edge-down", "", "slow", 1, 3, undefined, "Edge is down, one POP: the request is answered by another way, later."],
  [
    "nic-fails",
    "",
    "partial",
    2,
    6,
    undefined,
    "Node NIC fails: 1 in 3 requests dies at hop 2, before it reaches gateway.",
  ],
  [
    "nic-fails",
    "nic-fails=affected",
    "failed",
    2,
    6,
    undefined,
    "Node NIC fails: the request dies at hop 2, before it reaches gateway.",
  ],
  ["nic-fails", "nic-fails=unaffected", "ok", undefined, undefined, undefined, "Everything answers: 214–347 ms."],
  ["ufw-blocks", "", "failed", 2, 6, 521, "UFW blocks :80 — the request dies at hop 2, before it reaches gateway."],
  [
    "gateway-down",
    "",
    "slow",
    2,
    9,
    undefined,
    "Gateway pod is down on one node: 1 in 3 requests is answered by another way, later.",
  ],
  [
    "proxy-broken",
    "",
    "partial",
    3,
    12,
    undefined,
    "kube-proxy is broken on one node: 1 in 3 requests dies at hop 3, before it reaches api.",
  ],
  ["names-down", "", "failed", 3, 10, undefined, "CoreDNS is down: the request dies at hop 3, before it reaches api."],
  ["names-down", "connection=warm", "ok", undefined, undefined, undefined, "Everything answers: 214–347 ms."],
  [
    "flannel-broken",
    "",
    "failed",
    3,
    14,
    undefined,
    "Flannel is broken between nodes: the request dies at hop 3, before it reaches api.",
  ],
  ["flannel-broken", "placement=same", "ok", undefined, undefined, undefined, "Everything answers: 214–347 ms."],
  ["api-killed", "", "failed", 3, 14, 502, "api pod is OOM-killed: the request dies at hop 3, before it reaches db."],
  ["db-down", "", "failed", 4, 17, 500, "Postgres is down: the request dies at hop 4, before it reaches cache."],
  ["cache-down", "", "degraded", 5, 20, undefined, "Redis is down: the request goes on without cache at hop 5."],
  ["files-down", "", "ok", undefined, undefined, undefined, "Everything answers: 214–347 ms."],
] as const;

describe("the acceptance table in small", () => {
  it.each(table)("%s %s: %s at hop %s", (fault, chosen, outcome, hop, message, status, headline) => {
    const judged = judge(create, fault, chosen);
    const { verdict } = judged;
    expect([verdict.outcome, verdict.hop, verdict.message, verdict.status]).toEqual([outcome, hop, message, status]);
    expect(judged.headline).toBe(headline);
    expect(verdict.because.length).toBeGreaterThan(0);
    for (const each of verdict.because) expect(each.line).toBeGreaterThan(0);
  });

  it("adds up to 214–347 ms when nothing is wrong", () => {
    expect(judge(create).verdict.waited).toEqual({ min: 214, max: 347 });
    expect(judge(create).trace.drawnTotal).toBe(280.5);
  });

  it("lists the job that is never queued, once", () => {
    const judged = judge(create, "cache-down");
    expect(judged.verdict.lost).toEqual(["RPUSH job"]);
    expect(judged.detail).toBe(
      "The user sees “an answer, without cache”. The answer comes after 214–347 ms. Lost: “RPUSH job”.",
    );
  });

  it("names what is on and was not reached, and what has nothing to bite", () => {
    const judged = judge(create, "names-down, db-down, files-down");
    expect(judged.verdict.notReached).toEqual(["db-down"]);
    expect(judged.verdict.notHere).toEqual(["files-down"]);
    expect(judged.detail).toContain("Not reached: Postgres down. Nothing to bite on this path: B2 down.");
  });

  it("carries how to check, recovery and the onset", () => {
    const { verdict } = judge(create, "db-down@4.2");
    expect([verdict.check, verdict.recovery, verdict.onset]).toEqual(["logs", "wait", { hop: 4, message: 2 }]);
  });
});

describe("layers in the order in which the request meets them", () => {
  const { scenario, system } = readFlow(create);
  const ordered = orderLayers(scenario, system, simulate(scenario, system, healthyRun));
  it("lists those on the path first to last, and those that cannot bite apart", () => {
    expect(ordered.onPath.map((view) => view.layer.id).slice(0, 9)).toEqual([
      "app",
      "cloud-dns",
      "resolver",
      "edge",
      "nic",
      "ufw",
      "node",
      "gateway",
      "names",
    ]);
    expect(ordered.elsewhere).toEqual([]);
    expect(ordered.unplaced.map((fault) => fault.id)).toEqual(["files-down"]);
  });
  it("tells another choice from another scenario", () => {
    const { scenario: small, system: two } = readFlow(`
      choice way a* b
      layer far
      alt a [choice way]
        app -> api : x
      else b
        app -> other : y
      end
      ! other-down other error
      ! far-down far error
    `);
    const { elsewhere } = orderLayers(small, two, simulate(small, two, healthyRun));
    expect(elsewhere.map((view) => [view.layer.id, view.why])).toEqual([
      ["far", "otherScenario"],
      ["other", "otherPath"],
    ]);
  });
});
