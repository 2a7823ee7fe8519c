import { describe, expect, it } from "vitest";
import { sampleRun } from "../../src/engine/sample-run.ts";
import { healthyRun } from "../../src/model/run.ts";
import type { Outcome } from "../../src/model/verdict.ts";
import { getScenario, honeydue, play } from "./honeydue.ts";

const createTask = getScenario("User creates a task");

interface Row {
  readonly fault: string;
  readonly hop: number;
  /** The bitten message, by the start of its text. */
  readonly at: string;
  readonly outcome: Outcome;
  readonly userSees: string;
  readonly status?: number;
  readonly share?: number;
}

/** What each fault must do to *create a task*: a cell for each statement. */
const table: readonly Row[] = [
  {
    fault: "Cloudflare DNS down",
    hop: 1,
    at: "Resolve api.myhoneydue.com",
    outcome: "failed",
    userSees: "can't resolve api.myhoneydue.com",
  },
  { fault: "Cloudflare edge down, one POP", hop: 1, at: "TCP SYN :443", outcome: "slow", userSees: "slower" },
  {
    fault: "Node NIC fails",
    hop: 2,
    at: "TCP SYN :80",
    outcome: "partial",
    userSees: "some requests time out",
    share: 1 / 3,
  },
  { fault: "UFW blocks :80", hop: 2, at: "TCP SYN :80", outcome: "failed", userSees: "521", status: 521 },
  {
    fault: "Traefik pod down on one node",
    hop: 2,
    at: "Deliver to the listener",
    outcome: "slow",
    userSees: "no difference, or a slower answer",
    share: 1 / 3,
  },
  {
    fault: "kube-proxy broken on one node",
    hop: 3,
    at: "TCP SYN to 10.43.167.83:8000",
    outcome: "partial",
    userSees: "services are unreachable",
    share: 1 / 3,
  },
  { fault: "CoreDNS down", hop: 3, at: 'Resolve "api"', outcome: "failed", userSees: "new connections fail" },
  {
    fault: "Flannel broken between nodes",
    hop: 3,
    at: "Rewritten to 10.42.2.6:8000",
    outcome: "failed",
    userSees: "traffic between pods on different nodes fails",
  },
  {
    fault: "api pod OOM-killed",
    hop: 3,
    at: "Rewritten to 10.42.2.6:8000",
    outcome: "failed",
    userSees: "502, briefly",
    status: 502,
  },
  { fault: "Postgres down", hop: 4, at: "TCP :5432", outcome: "failed", userSees: "500", status: 500 },
  { fault: "Redis down", hop: 5, at: "Rewritten to 10.42.x.y:6379", outcome: "degraded", userSees: "without cache" },
];

describe("what each fault does to creating a task", () => {
  it("covers all twelve faults of the library", () => {
    const known = [...table.map((row) => row.fault), "B2 down"];
    expect(honeydue.system.faults.map((fault) => fault.title)).toEqual(known);
  });

  describe.each(table)("$fault", (row) => {
    const { verdict, bitten } = play(createTask, [row.fault]);

    it(`bites in hop ${row.hop}, at "${row.at}"`, () => {
      expect(verdict.hop).toBe(row.hop);
      expect(bitten?.text.startsWith(row.at)).toBe(true);
    });
    it(`ends ${row.outcome}`, () => expect(verdict.outcome).toBe(row.outcome));
    it(`says what the user sees`, () => expect(verdict.userSees).toContain(row.userSees));
    it(`gives the status ${row.status ?? "nowhere"}`, () => expect(verdict.status).toBe(row.status));
    it(`touches ${row.share === undefined ? "every request" : "one request in three"}`, () => {
      if (row.share === undefined) expect(verdict.share).toBeUndefined();
      else expect(verdict.share).toBeCloseTo(row.share);
    });
    it("says how to check and how to recover, and why", () => {
      expect(verdict.check).toBeTruthy();
      expect(verdict.recovery).toBeTruthy();
      expect(verdict.because.length).toBeGreaterThan(0);
      for (const because of verdict.because) expect(because.line).toBeGreaterThan(0);
    });
  });

  it("B2 down: nothing of this path, so it is ok", () => {
    const { verdict, trace } = play(createTask, ["B2 down"]);
    expect(verdict.outcome).toBe("ok");
    expect(verdict.notHere).toEqual(["b2-down"]);
    expect(trace.total).toEqual({ min: 214, max: 347 });
  });
});

describe("the same by choice", () => {
  it("CoreDNS down is not noticed on a warm connection", () => {
    expect(play(createTask, ["CoreDNS down"], { choices: { connection: "warm" } }).verdict.outcome).toBe("ok");
  });

  it("Flannel broken is not noticed on the same node", () => {
    const { verdict } = play(createTask, ["Flannel broken between nodes"], { choices: { placement: "same-node" } });
    expect(verdict.outcome).toBe("ok");
  });

  it.each(["node-nic-fails", "kube-proxy-broken-on-one-node"])("%s fails when affected, else is ok", (id) => {
    const title = honeydue.system.faults.find((fault) => fault.id === id)?.title ?? "";
    expect(play(createTask, [title], { sides: { [id]: "affected" } }).verdict.outcome).toBe("failed");
    const unaffected = play(createTask, [title], { sides: { [id]: "unaffected" } });
    expect(unaffected.verdict.outcome).toBe("ok");
    expect(unaffected.trace.total).toEqual({ min: 214, max: 347 });
  });

  it("a request on another node does not notice Traefik's pod", () => {
    const title = "Traefik pod down on one node";
    const { verdict } = play(createTask, [title], { sides: { "traefik-pod-down-on-one-node": "unaffected" } });
    expect(verdict.outcome).toBe("ok");
  });

  it("with Redis down the answer comes and the job is lost", () => {
    const { verdict, trace } = play(createTask, ["Redis down"]);
    expect(verdict.status).toBeUndefined();
    expect(verdict.lost.some((text) => text.startsWith("RPUSH"))).toBe(true);
    const bittenHops = trace.messages.filter((each) => each.bites.length > 0).map((each) => each.hop);
    expect(new Set(bittenHops)).toEqual(new Set([5, 6]));
    expect(trace.messages.filter((each) => each.hop === 7).every((each) => each.outcome === "ok")).toBe(true);
  });

  it("with UFW and Redis both broken, Redis was never reached", () => {
    const { verdict } = play(createTask, ["Redis down", "UFW blocks :80"]);
    expect(verdict.fault).toBe("ufw-blocks-80");
    expect(verdict.notReached).toEqual(["redis-down"]);
  });
});

describe("its latency", () => {
  const { trace } = play(createTask);

  it("adds up to 214–347 ms: forward 118–208, the network legs back 96–139", () => {
    expect(trace.total).toEqual({ min: 214, max: 347 });
    const last = trace.messages.findLast((each) => each.hop === 7 && each.role === "self");
    expect(last?.end).toEqual({ min: 118, max: 208 });
  });

  it("stands beside the ~220–310 ms that the chapter states", () => {
    expect(createTask.budget?.stated).toMatchObject({ min: 220, max: 310 });
  });

  it("is sampled between 252 and 309 ms (p5–p95), 280 in the middle", () => {
    const sampled = sampleRun(createTask, honeydue.system, healthyRun, 100_000);
    expect(Math.round(sampled.p5)).toBe(252);
    expect(Math.round(sampled.p50)).toBe(280);
    expect(Math.round(sampled.p95)).toBe(309);
  });

  it("follows the Postgres connection: warm under 10 ms, cold about 80", () => {
    expect(play(createTask, [], { choices: { postgres: "warm" } }).trace.total).toEqual({ min: 194, max: 297 });
    expect(play(createTask, [], { choices: { postgres: "cold" } }).trace.total).toEqual({ min: 274, max: 367 });
  });
});

describe("the failure travels back", () => {
  it("from Traefik over the Atlantic when CoreDNS is down: 95–135 ms for the way back alone", () => {
    const { trace } = play(createTask, ["CoreDNS down"]);
    const back = trace.messages.filter((each) => each.outcome === "added");
    expect(back.map((each) => `${each.from} → ${each.to}`)).toHaveLength(2);
    expect(back.flatMap((each) => each.backOver ?? [])).toEqual([2, 1]);
    const first = back[0];
    const last = back.at(-1);
    expect((last?.end.min ?? 0) - (first?.start.min ?? 0)).toBeCloseTo(95);
    expect((last?.end.max ?? 0) - (first?.start.max ?? 0)).toBeCloseTo(135);
  });
});

describe("the other scenarios", () => {
  it("reading falls back to Postgres when Redis is down", () => {
    const readList = getScenario("User reads the task list");
    const { verdict, trace } = play(readList, ["Redis down"]);
    expect(verdict.outcome).toBe("degraded");
    expect(trace.decisions.map((each) => each.taken)).toEqual(["cache-miss"]);
    expect(trace.messages.some((each) => each.text.startsWith("SELECT") && each.outcome === "ok")).toBe(true);
  });

  it("the internal URL saves the admin panel the detour: 190 to 270 ms", () => {
    const panel = getScenario("Admin panel");
    const over = play(panel, [], { choices: { "api-url": "public" } }).trace.total;
    const inside = play(panel, [], { choices: { "api-url": "internal" } }).trace.total;
    expect(over.min - inside.min).toBe(190);
    expect((over.max ?? 0) - (inside.max ?? 0)).toBe(270);
  });

  it("a copy at the edge answers while the cluster is down", () => {
    const assets = getScenario("Static assets");
    expect(play(assets, ["UFW blocks :80"]).verdict.outcome).toBe("failed");
    const choice = assets.choices[0]?.id ?? "";
    expect(play(assets, ["UFW blocks :80"], { choices: { [choice]: "edge-hit" } }).verdict.outcome).toBe("ok");
  });

  it("B2 down stops uploads and uncached photos, cached ones are served", () => {
    expect(play(getScenario("User uploads a photo"), ["B2 down"]).verdict.outcome).toBe("failed");
    const view = getScenario("User views a photo");
    expect(play(view, ["B2 down"]).verdict.outcome).toBe("failed");
    const choice = view.choices[0]?.id ?? "";
    expect(play(view, ["B2 down"], { choices: { [choice]: "photo-cached" } }).verdict.outcome).toBe("ok");
  });

  it("without faults every scenario is ok and loses nothing", () => {
    for (const scenario of honeydue.chapters.flatMap((chapter) => chapter.scenarios)) {
      const { verdict, trace } = play(scenario);
      expect(verdict.outcome).toBe("ok");
      expect(trace.messages.every((each) => each.outcome === "ok")).toBe(true);
    }
  });
});
