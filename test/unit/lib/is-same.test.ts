import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSame } from "../../../src/lib/is-same.ts";

const few = fc.object({
  key: fc.constantFrom("a", "b"),
  values: [fc.constantFrom(0, 1, undefined, null, "")],
  maxDepth: 2,
});

test("what says the same is the same, as Node judges it", () => {
  fc.assert(fc.property(few, few, (a, b) => isSame(a, b) === isDeepStrictEqual(a, b)));
  fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
});

test("a key that is missing says something else than one without a value", () => {
  expect(isSame({ a: undefined, b: 1 }, { b: 1, c: 2 })).toBe(false);
});

test("a list with nothing in it says something else than an object with nothing in it", () => {
  expect(isSame({ a: [] }, { a: {} })).toBe(false);
  expect(isSame({}, [])).toBe(false);
});
