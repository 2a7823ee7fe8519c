import { expect, test, vi } from "vitest";
import { findPageTheme, watchPageTheme } from "../../src/embed/page-theme.ts";

test("flows are told of another theme, and not of whatever else changes at the page's root", async () => {
  const told = vi.fn();
  const stop = watchPageTheme(document, told);
  document.documentElement.setAttribute("data-theme", "light");
  expect(findPageTheme(document)).toBe("light");
  document.body.className = "menu-open";
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).not.toHaveBeenCalled();
  document.documentElement.setAttribute("data-theme", "dark");
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  expect(findPageTheme(document)).toBe("dark");
  stop();
});
