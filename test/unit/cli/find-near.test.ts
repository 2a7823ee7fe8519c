import { expect, test } from "vitest";
import { findNear } from "../../../src/cli/find-near.ts";
import { runHopwise } from "./run-hopwise.ts";

const names = ["redis-down", "coredns-down", "worker-down"];

test.each([
  ["redis-dwn", "redis-down"],
  ["rdeis-down", "redis-down"],
  ["Coredns-donw", "coredns-down"],
  ["postgres-full", undefined],
  ["x", undefined],
  ["", undefined],
])("%s is near to %s", (typed, meant) => {
  expect(findNear(typed, names)).toBe(meant);
});

test("what is as near to two names is not guessed", () => {
  expect(findNear("pod-c", ["pod-a", "pod-b"])).toBeUndefined();
});

test("a failure that is misspelt is proposed, with all there are below, as wrong usage", async () => {
  const { status, err } = await runHopwise(["run", "scenarios/honeydue/create-task.md", "--fail", "redis-dwn"]);
  expect(err).toContain('There is no failure "redis-dwn"; did you mean redis-down? There are:\n  ');
  expect(err).toContain("coredns-down");
  expect(status).toBe(2);
});
