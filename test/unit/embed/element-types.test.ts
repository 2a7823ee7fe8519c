import { expect, test } from "vitest";
import type * as inside from "../../../src/element.ts";
import type * as outside from "../../../src/element-package.d.ts";
import { attributeNames } from "../../../src/embed/read-attributes.ts";

// The compiler compares: what is made must do for what the package promises.
type Fits = [typeof inside.HopwiseFlow, typeof inside.upgradePage] extends [
  typeof outside.HopwiseFlow,
  typeof outside.upgradePage,
]
  ? true
  : never;

test("the component's types name its attributes, all of them", () => {
  const fits: Fits = true;
  const said: Record<keyof outside.HopwiseFlowAttributes, true> = {
    src: true,
    index: true,
    scenario: true,
    at: true,
    fail: true,
    with: true,
    controls: true,
    view: true,
    theme: true,
    lang: true,
  };
  expect([...attributeNames].sort()).toEqual(Object.keys(said).sort());
  expect(fits).toBe(true);
});
