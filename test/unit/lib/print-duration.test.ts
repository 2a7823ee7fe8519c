import { expect, test } from "vitest";
import { printDuration, printInterval } from "../../../src/lib/print-duration.ts";

test.each([
  [4.5, 1200, "0.0045–1.2 s"],
  [27, 1257, "0.027–1.26 s"],
  [0, 1200, "0–1.2 s"],
  [0.003, 0.2, "0.003–0.2 ms"],
])("%d to %d ms is %s: nothing is said to take no time that takes some", (min, max, said) => {
  expect(printInterval({ min, max })).toBe(said);
});

test("a duration has the unit that fits it", () => {
  expect([0, 0.003, 0.5, 214, 1250, 90_000, 150_000].map(printDuration)).toEqual([
    "0 ms",
    "3 µs",
    "0.5 ms",
    "214 ms",
    "1.25 s",
    "90 s",
    "2.5 min",
  ]);
});
