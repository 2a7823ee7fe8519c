import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Difference } from "../../src/session/results.ts";
import { ChoiceGroups } from "../../src/ui/walk/rail/ChoiceGroups.tsx";

const choice = {
  id: "c",
  title: "Connection",
  branches: ["new", "warm"].map((id) => ({ id, text: id })),
  default: "new",
  line: 1,
};
const none: Difference = { least: 0, most: 0 };
const show = (chosen: Record<string, string>, branches: [string, Difference][], broken = false) =>
  render(
    <ChoiceGroups
      choices={[choice]}
      chosen={chosen}
      decisions={[]}
      broken={broken}
      differences={new Map([["c", new Map(branches)]])}
      onChoose={() => {}}
    />,
  );

afterEach(cleanup);

it("says what a branch would change, at least, at most and in the median", () => {
  show({}, [
    ["new", none],
    ["warm", { least: -20, most: -60, p50: -40 }],
  ]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe(
    "warm−20 ms … −60 ms, p50 −40 ms",
  );
  expect(screen.getByRole("radio", { name: "new" })).toBeTruthy();
  cleanup();
  // One that waits without a stated end cannot be compared.
  show({}, [["warm", { least: -20, most: null, p50: -40 }]]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe(
    "warmdifference not documented",
  );
  cleanup();
  // As long as no median is drawn there is none to say.
  show({}, [["warm", { least: -20, most: -60 }]]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe("warm−20 ms … −60 ms");
});

it("says what a chosen branch has changed against the default", () => {
  show({ c: "warm" }, [
    ["new", { least: 20, most: 60, p50: 40 }],
    ["warm", none],
  ]);
  expect(screen.getByRole("radio", { name: /^warm/ }).closest("label")?.textContent).toBe(
    "warm−20 ms … −60 ms, p50 −40 ms, chosen",
  );
});

it("says that a branch makes no difference, before and after choosing it", () => {
  const branches: [string, Difference][] = [
    ["new", none],
    ["warm", none],
  ];
  const text = (name: RegExp) => screen.getByRole("radio", { name }).closest("label")?.textContent;
  show({}, branches);
  expect([text(/^new/), text(/^warm/)]).toEqual(["new", "warmno difference"]);
  cleanup();
  show({ c: "warm" }, branches);
  expect([text(/^new/), text(/^warm/)]).toEqual(["newno difference", "warmno difference, chosen"]);
});

it("says under what the differences hold when failures are on", () => {
  const branches: [string, Difference][] = [
    ["new", none],
    ["warm", none],
  ];
  show({}, branches);
  expect(screen.queryByText(/failures that are on/)).toBeNull();
  cleanup();
  show({}, branches, true);
  expect(screen.getByText("Differences under the failures that are on.")).toBeTruthy();
});

it("says so when the branches are too many to be played", () => {
  render(
    <ChoiceGroups choices={[choice]} chosen={{}} decisions={[]} broken differences={new Map()} onChoose={() => {}} />,
  );
  expect(screen.getByText(/^Too many choices/)).toBeTruthy();
  expect(screen.queryByText(/^Differences under/)).toBeNull();
  cleanup();
  show({}, [["new", none]]);
  expect(screen.queryByText(/^Too many choices/)).toBeNull();
});

it("says nothing of differences where there is nothing to choose", () => {
  const { container } = render(
    <ChoiceGroups choices={[]} chosen={{}} decisions={[]} broken differences={new Map()} onChoose={() => {}} />,
  );
  expect(container.innerHTML).toBe("");
});
