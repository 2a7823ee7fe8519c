import type { Locator } from "playwright-core";

/** How many of a bar's controls stick out of it or of the window, or are too narrow to be hit. */
export function cutControls(bar: Locator): Promise<number> {
  return bar.evaluate((one) => {
    const box = one.getBoundingClientRect();
    const controls = [...one.querySelectorAll("button, select, input")];
    return controls.filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width < 20 || left < box.left || right > Math.min(box.right, innerWidth);
    }).length;
  });
}
