import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putBack, takeOutLongLists } from "../../../src/lib/long-lists.ts";

describe("lists that go in parts", () => {
  it("come back as they were, whatever is nested in what", () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<unknown>(null, undefined, 1, "text", true),
        fc.array(tie("value"), { maxLength: 9 }),
        fc.dictionary(fc.constantFrom("a", "b", "children", "0"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 4 }), (given, most) => {
        const before = structuredClone(given);
        const { value: sent, parts } = structuredClone(takeOutLongLists(given, most));
        for (const part of parts) {
          expect(part.items.length).toBeLessThanOrEqual(most);
          putBack(sent, part);
        }
        expect(sent).toEqual(before);
        expect(given).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves a value as it is whose lists are short", () => {
    const value = { notes: [{ children: [1, 2] }], name: "x" };
    expect(takeOutLongLists(value, 2)).toEqual({ value, parts: [] });
    expect(takeOutLongLists(value, 2).value).toBe(value);
  });
});
