import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ChoiceGroups } from "../../src/ui/walk/rail/ChoiceGroups.tsx";

const choice = {
  id: "c",
  title: "Connection",
  branches: ["new", "warm"].map((id) => ({ id, text: id })),
  default: "new",
  line: 1,
};
const none = { least: 0, most: 0, drawn: 0 };
const show = (chosen: Record<string, string>, branches: [string, typeof none][]) =>
  render(
    <ChoiceGroups
      choices={[choice]}
      chosen={chosen}
      decisions={[]}
      differences={new Map([["c", new Map(branches)]])}
      onChoose={() => {}}
    />,
  );

afterEach(cleanup);

it("says what a branch would change, at least, at most and in the middle", () => {
  show({}, [
    ["new", none],
    ["warm", { least: -20, most: -60, drawn: -40 }],
  ]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe(
    "warm−20 ms … −60 ms, mid −40 ms",
  );
  expect(screen.getByRole("radio", { name: "new" })).toBeTruthy();
});

it("says what a chosen branch has changed against the default", () => {
  show({ c: "warm" }, [
    ["new", { least: 20, most: 60, drawn: 40 }],
    ["warm", none],
  ]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe(
    "warm−20 ms … −60 ms, mid −40 ms, chosen",
  );
});
