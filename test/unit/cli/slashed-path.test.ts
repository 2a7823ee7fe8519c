import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { slashedPath } from "../../../src/cli/slashed-path.ts";

test("a chapter below its folder has the same id on every system", () => {
  const onWindows = win32.relative("C:\\docs\\flows", "C:\\docs\\flows\\shop\\create task.md");
  expect(slashedPath(onWindows, win32.sep)).toBe("shop/create task.md");
  expect(slashedPath(posix.relative("/docs/flows", "/docs/flows/shop/create task.md"), posix.sep)).toBe(
    "shop/create task.md",
  );
});

test("where a backslash is a letter of a name, it stays one", () => {
  expect(slashedPath("shop/a\\b.md", posix.sep)).toBe("shop/a\\b.md");
});
