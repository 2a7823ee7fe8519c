import { expect, test } from "vitest";
import { printDuration, printInterval } from "../../../src/lib/print-duration.ts";

test.each([
  [4.5, 1200, "0.0045–1.2 s"],
  [27, 1257, "0.03–1.26 s"],
  [0, 1200, "0–1.2 s"],
  [0.003, 0.2, "0.003–0.2 ms"],
])("%d to %d ms is %s: nothing is said to take no time that takes some", (min, max, said) => {
  expect(printInterval({ min, max })).toBe(said);
});

test("a duration keeps its unit however short it is", () => {
  expect([0, 0.003, 0.5, 214, 1250].map(printDuration)).toEqual(["0 ms", "0.003 ms", "0.5 ms", "214 ms", "1.25 s"]);
});
