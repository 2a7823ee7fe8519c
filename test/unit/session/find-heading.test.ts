import { expect, test } from "vitest";
import { findHeading } from "../../../src/session/find-heading.ts";

const hops = (...titles: string[]) => titles.map((title, i) => ({ n: i + 1, title }));
const scenarios = [
  { id: "shop/read", title: "Read", hops: hops("Phone → Gate", "Redis", "Back", "Redis") },
  { id: "user-pays", title: "User pays: CI/CD", hops: hops("Phone → Gate", "Ruhe") },
];
const found = (fragment: string, near?: string) => {
  const place = findHeading(fragment, scenarios, near);
  return place && `${place.scenario} ${place.hop ?? ""}`.trim();
};

test("a heading is found as GitHub, a docs site and a person write its address", () => {
  expect(["read", "Scenario-read", "user-pays-cicd", "user-pays-ci-cd", "user-pays"].map((one) => found(one))).toEqual([
    "shop/read",
    "shop/read",
    "user-pays",
    "user-pays",
    "user-pays",
  ]);
  expect(["hop-1--phone--gate", "hop-1-phone-gate", "phone--gate", "schritt-2-ruhe"].map((one) => found(one))).toEqual([
    "shop/read 1",
    "shop/read 1",
    "shop/read 1",
    "user-pays 2",
  ]);
});

test("headings of one name are told apart by number and by order", () => {
  expect(["hop-2--redis", "hop-4--redis", "redis", "redis-1"].map((one) => found(one))).toEqual([
    "shop/read 2",
    "shop/read 4",
    "shop/read 2",
    "shop/read 4",
  ]);
  expect([
    found("hop-1--phone--gate-1"),
    found("hop-2"),
    found("hop-2", "user-pays"),
    found("hop-3", "user-pays"),
  ]).toEqual(["user-pays 1", "shop/read 2", "user-pays 2", "shop/read 3"]);
});

test("headings of notes, hops that are not there and words that only end alike are none", () => {
  for (const none of ["", "-", "budget", "hop-9", "hop-0", "why-redis", "redis-7", "-1", "%", "__proto__"])
    expect(found(none)).toBeUndefined();
});
