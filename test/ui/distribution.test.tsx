import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Distribution } from "../../src/model/distribution.ts";
import { healthyRun, type Run } from "../../src/model/run.ts";
import type { Sampling } from "../../src/session/ports/sampling.ts";
import { DistributionPanel } from "../../src/ui/walk/distribution/DistributionPanel.tsx";
import { typeScenario } from "../fixtures/type-trace.ts";

const system = { layers: [], faults: [] };

/** 100 samples, 1 ms to 100 ms. */
const distribution: Distribution = {
  samples: 100,
  p5: 5,
  p50: 50,
  p95: 95,
  p99: 99,
  failed: 0.25,
  slow: 0.15,
  bins: [
    { from: 1, until: 50, count: 50 },
    { from: 50, until: 100, count: 50 },
  ],
  sorted: Float64Array.from({ length: 100 }, (_, i) => i + 1),
  open: false,
};

/** A sampling whose ends the test decides. */
function makeSampling() {
  const asked: { run: Run; finish: (value: Distribution | undefined) => void; fail: (reason: Error) => void }[] = [];
  let cancelled = 0;
  const sampling: Sampling = {
    sample({ run }) {
      let finish: (value: Distribution | undefined) => void = () => {};
      let fail: (reason: Error) => void = () => {};
      const done = new Promise<Distribution | undefined>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
      asked.push({ run, finish, fail });
      return {
        done,
        cancel: () => {
          cancelled++;
          finish(undefined);
        },
      };
    },
  };
  return { sampling, asked, cancelled: () => cancelled };
}

const panel = (sampling: Sampling, run: Run) => (
  <DistributionPanel scenario={scenario} system={system} run={run} healthy={{ min: 1, max: 100 }} sampling={sampling} />
);
const scenario = typeScenario("One");

afterEach(cleanup);

describe("the distribution panel", () => {
  it("shows progress, then the histogram and its figures", async () => {
    const { sampling, asked } = makeSampling();
    render(panel(sampling, healthyRun));
    expect(screen.getByRole("progressbar", { name: "Sampling" })).toBeTruthy();
    await act(async () => asked[0]?.finish(distribution));
    expect(screen.getByRole("img", { name: /half the runs take less than 50 ms/ })).toBeTruthy();
    expect(screen.getByText("50 ms · 95 ms · 99 ms")).toBeTruthy();
    expect(screen.getByText("25 %")).toBeTruthy();
    expect(screen.getByText("15 %")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it("tells the share over the timeout that the reader sets", async () => {
    const { sampling, asked } = makeSampling();
    const { container } = render(panel(sampling, healthyRun));
    await act(async () => asked[0]?.finish(distribution));
    fireEvent.change(screen.getByLabelText("Client timeout (ms)"), { target: { value: "60" } });
    expect(container.querySelector("dd")?.textContent).toBe("40 %");
    fireEvent.change(screen.getByLabelText("Client timeout (ms)"), { target: { value: "" } });
    expect(container.querySelector("dd")?.textContent).toBe("–");
  });

  it("cancels the last sampling when the run changes, and keeps its picture meanwhile", async () => {
    const { sampling, asked, cancelled } = makeSampling();
    const view = render(panel(sampling, healthyRun));
    await act(async () => asked[0]?.finish(distribution));
    view.rerender(panel(sampling, { ...healthyRun, seed: 2 }));
    expect(cancelled()).toBe(1);
    expect(asked.map(({ run }) => run.seed)).toEqual([1, 2]);
    expect(screen.getByRole("img")).toBeTruthy();
  });

  it("can be cancelled and asked again", async () => {
    const { sampling, asked } = makeSampling();
    render(panel(sampling, healthyRun));
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    });
    expect(screen.getByRole("status").textContent).toContain("cancelled");
    fireEvent.click(screen.getByRole("button", { name: "Sample again" }));
    expect(asked).toHaveLength(2);
  });

  it("says why sampling failed", async () => {
    const { sampling, asked } = makeSampling();
    render(panel(sampling, healthyRun));
    await act(async () => asked[0]?.fail(new Error("no worker")));
    expect(screen.getByRole("status").textContent).toContain("Sampling failed: no worker");
  });
});
