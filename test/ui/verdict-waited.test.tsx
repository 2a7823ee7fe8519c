import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Verdict } from "../../src/model/verdict.ts";
import { VerdictWaited } from "../../src/ui/walk/verdict/VerdictWaited.tsx";

afterEach(cleanup);

function show(waited: Verdict["waited"]): void {
  const verdict: Verdict = {
    outcome: "ok",
    waited,
    lost: [],
    notReached: [],
    notHere: [],
    overruled: [],
    because: [],
  };
  render(<VerdictWaited verdict={verdict} />);
}

describe("the verdict's figure", () => {
  it("is the wait, least to most", () => {
    show({ min: 214, max: 347 });
    expect(screen.getByText("214–347 ms")).toBeTruthy();
  });

  it("is never 0 ms where the chapter states no times", () => {
    show({ min: 0, max: 0 });
    expect(screen.queryByText(/0 ms/)).toBeNull();
    expect(screen.getByText("times not documented")).toBeTruthy();
  });
});
