import { describe, expect, it } from "vitest";
import { subjectOf } from "../../../src/chapter/system/subject.ts";
import { inferFault } from "../../../src/chapter/tables/infer-fault.ts";

describe("what a fault's own words say", () => {
  it.each([
    ["Postgres down", "500 errors from api", { kind: "error", then: "fail", status: 500 }],
    ["UFW misconfig blocks :80", "521 errors at CF", { kind: "refused", then: "fail", status: 521 }],
    ["CoreDNS down", "New connections fail DNS", { kind: "unresolved", then: "fail" }],
    ["Redis down", "api serves without cache (degraded)", { then: "continue" }],
    ["Traefik pod down on one node", "CF routes to other nodes", { kind: "rerouted", share: "some" }],
    ["Node NIC fails", "Some requests time out (CF routes away)", { kind: "unreachable", then: "fail", share: "some" }],
    ["Cloudflare edge down (single POP)", "Slow, CF routes to another POP", { kind: "rerouted" }],
    ["Search slow", "results take 10x longer", { kind: "slow", factor: 10 }],
    ["WAN congested", "slower, +200 ms", { kind: "slow", added: { min: 200, max: 200 } }],
    ["One of three brokers down", "a third of the messages fail", { then: "fail", share: 1 / 3 }],
    ["One backend pod hangs", "requests time out", { kind: "unreachable", then: "fail", share: "some" }],
    ["One backend pod hangs", "every 3rd request times out", { kind: "unreachable", then: "fail", share: 1 / 3 }],
    ["Disk full", "30% of writes fail with 507", { kind: "error", then: "fail", share: 0.3, status: 507 }],
    ["B2 down", "uploads fail; files already cached are still served", { then: "fail" }],
    ["Session store down", "logins still work", { then: "continue" }],
    ["Session store down", "logins still work, checkout fails", { then: "fail" }],
    ["Suche ausgefallen", "Anmelden ist weiterhin möglich", { then: "continue" }],
    ["ロードバランサー故障", "接続", { then: "fail" }],
    ["Listener gone", "nothing on port :502, after 500 ms", {}],
  ])("%s: %s", (title, sees, expected) => expect(inferFault(title, sees, "")).toEqual(expected));
});

describe("what a fault is about", () => {
  it.each([
    ["Redis down", "Redis"],
    ["UFW blocks :80", "UFW"],
    ["kube-proxy broken on one node", "kube-proxy"],
    ["Cloudflare edge down (single POP)", "Cloudflare edge"],
    ["api pod OOM-killed", "api pod"],
    ["Loss of Redis", "Redis"],
    ["Ausfall von Redis", "Redis"],
    ["Slow Postgres", "Postgres"],
    ["API de informes lenta", "API de informes"],
    ["Kafka: broker gone", "Kafka"],
    ["ロードバランサー故障", "ロードバランサー"],
    ["Banque injoignable", "Banque"],
  ])("%s is about %s", (title, expected) => expect(subjectOf(title).text).toBe(expected));
});
