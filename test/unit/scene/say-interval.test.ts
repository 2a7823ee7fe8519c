import { expect, test } from "vitest";
import { sayInterval } from "../../../src/scene/say-interval.ts";

test.each([
  [{ min: 5, max: 15 }, "5–15 ms"],
  [{ min: 214, max: 347 }, "214–347 ms"],
  [{ min: 900, max: 1_500 }, "0.9–1.5 s"],
  [{ min: 3, max: 3 }, "3 ms"],
  [{ min: 0, max: null }, "not documented"],
  [{ min: 70, max: null }, "at least 70 ms"],
  [{ min: 0.02, max: 0.05 }, "20–50 µs"],
  [{ min: 0, max: 120_000 }, "0–2 min"],
  [{ min: 0, max: 0 }, "0 ms"],
])("%o is said as %s", (interval, words) => {
  expect(sayInterval(interval)).toBe(words);
});
