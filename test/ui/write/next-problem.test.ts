import { expect, test } from "vitest";
import { pickNext } from "../../../src/ui/write/editor/next-problem.ts";

const info = { from: 0, to: 9, severity: "info" as const };
const late = { from: 80, to: 85, severity: "error" as const };
const early = { from: 20, to: 25, severity: "error" as const };
const warning = { from: 30, to: 35, severity: "warning" as const };
const all = [info, early, warning, late];

test("errors come first, then warnings, then what is only to know, and then it begins again", () => {
  const seen = [pickNext(all, { from: 0, to: 0 })];
  for (let k = 0; k < 4; k += 1) seen.push(pickNext(all, seen.at(-1) ?? info));
  expect(seen).toEqual([early, late, warning, info, early]);
});

test("from the cursor on, but never past what is worse", () => {
  expect(pickNext(all, { from: 40, to: 40 })).toBe(late);
  expect(pickNext(all, { from: 90, to: 90 })).toBe(early);
  expect(pickNext([info], { from: 50, to: 50 })).toBe(info);
  expect(pickNext([], { from: 0, to: 0 })).toBeUndefined();
});

test("two at one place do not hold each other", () => {
  const twin = { ...early, severity: "warning" as const };
  expect(pickNext([early, twin, late], early)).toBe(late);
});
