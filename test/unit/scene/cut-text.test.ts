import { expect, test } from "vitest";
import { cutText } from "../../../src/scene/cut-text.ts";
import { wrapText } from "../../../src/scene/wrap-text.ts";

test("what can be read is left as it is", () => {
  expect(cutText("Resolve api")).toBe("Resolve api");
});

test("what nobody reads to its end is cut, and says so", () => {
  expect(cutText("x".repeat(900_000))).toBe(`${"x".repeat(2000)}…`);
});

test("no character is cut in two", () => {
  expect(cutText(`x${"🦊".repeat(2000)}`)).toBe(`x${"🦊".repeat(999)}…`);
});

test("a label of half a million words measures a few hundred of them", () => {
  let asked = 0;
  const measure = (text: string): number => {
    asked += 1;
    return text.length * 7;
  };
  wrapText("x ".repeat(450_000), "label", 230, measure);
  expect(asked).toBeLessThan(5000);
});
