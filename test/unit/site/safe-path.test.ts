import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePath, safePath } from "../../../src/site/safe-path.ts";

test.each([
  ["shop/pay & go", "shop/pay-go"],
  ["shop/../../etc", "shop/x-/x-/etc"],
  ["größe/日本", "größe/日本"],
  [".git/con", "git/x-con"],
])("%s stands at %s", (id, path) => {
  expect(safePath(id)).toBe(path);
});

test("no id leads out of the site or hides in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (id) => {
      for (const part of safePath(id).split("/")) {
        expect(part).toMatch(/^[\p{L}\p{N}_-]/u);
        expect(part).not.toMatch(/[\\:*?"<>|\p{Cc}]/u);
      }
    }),
  );
});

test("an address keeps a file's own marks as part of the path", () => {
  expect(encodePath("a b/c#d?.md")).toBe("a%20b/c%23d%3F.md");
});
