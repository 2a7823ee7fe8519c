import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { home } from "../../src/model/playhead.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { makeTrack } from "../../src/player/track.ts";
import { createPlayhead } from "../../src/session/playhead.ts";
import { Waterfall, type WaterfallProps } from "../../src/ui/walk/waterfall/Waterfall.tsx";
import { typeScenario, typeTrace } from "../fixtures/type-trace.ts";

const system = { layers: [], faults: [] };
const verdict: Verdict = {
  outcome: "ok",
  waited: { min: 0, max: 0 },
  lost: [],
  notReached: [],
  notHere: [],
  overruled: [],
  because: [],
};

function show(text: string, titles: string[], props: Partial<WaterfallProps> = {}) {
  const trace = typeTrace(text);
  const playhead = createPlayhead(home);
  const onSeek = vi.fn();
  const onWhy = vi.fn();
  const scenario = typeScenario(...titles);
  const all = { scenario, system, trace, verdict, track: makeTrack(trace), playhead, onSeek, onWhy };
  const view = render(<Waterfall {...all} {...props} />);
  return { view, playhead, onSeek, onWhy };
}

const broken =
  "1.1 0-10 ok figure\n1.2 10-10\n2.1 10-40 failed figure\n3.1 40-40 neverReached\n2.1 40-90 added back figure";
const titles = ["Phone → Edge", "Edge → Api", "Api → Queue"];

afterEach(cleanup);

describe("the waterfall", () => {
  it("is a region with a table that tells every row", () => {
    show(broken, titles);
    const region = screen.getByRole("region", { name: "Waterfall" });
    const rows = within(within(region).getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent).join(" | "))).toEqual([
      "1 Phone → Edge | 0 ms | 10 ms | passed",
      "2 Edge → Api | 10 ms | 30 ms | failed",
      "3 Api → Queue | – | – | never reached",
      "The failure travels back | 40 ms | 50 ms | not in the chapter",
    ]);
  });

  it("opens a hop to its messages, and a message leads to its place", () => {
    const { onSeek } = show(broken, titles);
    const hop = screen.getByRole("button", { name: "1 Phone → Edge" });
    expect(hop.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(hop);
    expect(hop.getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(screen.getByRole("button", { name: "message 1.2" }));
    expect(onSeek).toHaveBeenCalledWith(1, 1);
  });

  it("moves its line and the window on the past with the playhead, and the bars in the window stay where they are", () => {
    const { view, playhead } = show(broken, titles);
    const x = (part: string) => xOf(view.container.querySelector(`.waterfall-${part}`));
    const before = { line: x("playhead"), past: x("past") };
    act(() => playhead.set({ step: 2, fraction: 0.5 }));
    expect(x("playhead")).toBeGreaterThan(before.line);
    expect(x("past") - before.past).toBeCloseTo(x("playhead") - before.line);
    expect(x("past-bars")).toBe(-x("past"));
  });

  it("names each total for what it is, and leads to its line", () => {
    const latency = { min: 220, max: 310, text: "~220–310 ms" };
    const budget = { rows: [], stated: latency, statedLine: 77, file: "typed.md" };
    const sampled = { p5: 252, p50: 280, p95: 309 };
    const { onWhy } = show(broken, titles, { scenario: { ...typeScenario(...titles), budget }, sampled });
    expect(screen.getByText(/from the legs/)).toBeTruthy();
    expect(screen.getByText(/sampled \(p5–p95\)/).textContent).toBe("252–309 ms sampled (p5–p95)");
    fireEvent.click(screen.getByRole("button", { name: /stated by the chapter/ }));
    const [statement, because] = onWhy.mock.calls[0] ?? [];
    expect(statement).toBe("~220–310 ms stated by the chapter");
    expect(because).toMatchObject([{ rule: "stated-total", file: "typed.md", line: 77 }]);
  });

  it("says that a stated total is a healthy run's, beside the figures of one with failures", () => {
    const budget = { rows: [], stated: { min: 220, max: 310, text: "~220–310 ms" }, file: "typed.md" };
    const trace = typeTrace(broken);
    show(broken, titles, {
      scenario: { ...typeScenario(...titles), budget },
      trace: { ...trace, run: { ...trace.run, faults: [{ id: "edge-down" }] } },
    });
    expect(screen.getByRole("button", { name: /stated/ }).textContent).toBe(
      "~220–310 ms stated by the chapter for a healthy run",
    );
  });

  it("lights the part of the time that the keys point at", () => {
    const { view } = show(broken, titles);
    const bar = screen.getByRole("listbox", { name: "Where the time goes, by hop" });
    fireEvent.focus(bar);
    fireEvent.keyDown(bar, { key: "ArrowRight" });
    expect(screen.getByRole("option", { selected: true }).getAttribute("aria-label")).toBe("2 Edge → Api: 30 ms, 33 %");
    expect(view.container.querySelectorAll(".waterfall-label.is-dim")).toHaveLength(3);
    fireEvent.blur(bar);
    expect(view.container.querySelectorAll(".waterfall-label.is-dim")).toHaveLength(0);
  });

  it("holds a part that is clicked, until it is let go", () => {
    const { view } = show(broken, titles);
    const dim = () => view.container.querySelectorAll(".waterfall-label.is-dim").length;
    fireEvent.click(screen.getByRole("option", { name: /^2 Edge → Api/ }));
    expect(dim()).toBe(3);
    fireEvent.click(screen.getByRole("button", { name: /Show everything again/ }));
    expect(dim()).toBe(0);
  });

  it("says which hop decides the total", () => {
    show("1.1 0-10 ok figure\n2.1 10-40 ok figure", titles);
    expect(screen.getByText("Hop 2 “Edge → Api” decides most: 75 %, 30 ms of 40 ms.")).toBeTruthy();
  });

  it("draws the order only where nobody states a time, and leads to places all the same", () => {
    const { view, playhead } = show("1.1 0-0\n1.2 0-0\n2.1 0-0", titles);
    expect(screen.getByText(/drawn in order only/)).toBeTruthy();
    expect(view.container.querySelectorAll(".waterfall-axis .tick")).toHaveLength(0);
    const x = () => xOf(view.container.querySelector(".waterfall-playhead"));
    act(() => playhead.set({ step: 0, fraction: 1 }));
    const early = x();
    act(() => playhead.set({ step: 1, fraction: 1 }));
    expect(x()).toBeGreaterThan(early);
  });

  it("keeps rows out of sight out of the chart", () => {
    const many = Array.from({ length: 1000 }, (_, i) => `${i + 1}.1 ${i}-${i + 1} ok figure`).join("\n");
    const { view } = show(many, []);
    expect(view.container.querySelectorAll(".waterfall-label").length).toBeLessThan(60);
  });

  it("has a distribution only where there is something to sample with", () => {
    show(broken, titles);
    expect(screen.queryByRole("button", { name: "Distribution" })).toBeNull();
  });
});

/** How far an element is shifted to the right, px. */
function xOf(element: Element | null): number {
  return Number(/translateX\((-?[\d.]+)px/u.exec((element as HTMLElement | null)?.style.transform ?? "")?.[1]);
}
