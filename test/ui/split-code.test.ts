import { expect, test } from "vitest";
import { splitCode } from "../../src/ui/shared/split-code.ts";

test("code between backticks is a part of its own, and nothing is lost", () => {
  expect(splitCode("Name it: `A->>B: text`.")).toEqual([
    { text: "Name it: ", isCode: false },
    { text: "A->>B: text", isCode: true },
    { text: ".", isCode: false },
  ]);
  expect(splitCode("a ` alone").map(({ text }) => text)).toEqual(["a ` alone"]);
  expect(splitCode("")).toEqual([]);
});
