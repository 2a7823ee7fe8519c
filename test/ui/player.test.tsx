import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { home, type Playhead } from "../../src/model/playhead.ts";
import { makeTrack } from "../../src/player/track.ts";
import { createPlayhead } from "../../src/session/playhead.ts";
import { PlayerBar, type PlayerBarProps } from "../../src/ui/walk/player/PlayerBar.tsx";
import { typeScenario, typeTrace } from "../fixtures/type-trace.ts";

const trace = typeTrace("1.1 0-100\n1.2 100-100\n2.1 100-15100 failed wait\n2.1 15100-15200 added back");
const track = makeTrack(trace);

function show(props: Partial<PlayerBarProps> = {}, at: Playhead = home) {
  const playhead = createPlayhead(at);
  const calls = {
    onPlay: vi.fn(),
    onPause: vi.fn(),
    onSeek: vi.fn(),
    onStep: vi.fn(),
    onHop: vi.fn(),
    onSpeed: vi.fn(),
    onLoop: vi.fn(),
  };
  const all = { track, trace, scenario: typeScenario("One", "Two"), playhead, playing: false, speed: 1 / 20 };
  const view = render(<PlayerBar {...all} loopHop={false} {...calls} {...props} />);
  return { playhead, calls, view };
}

afterEach(cleanup);

describe("the player bar", () => {
  it("is a group named Player with its buttons", () => {
    const { calls } = show();
    expect(screen.getByRole("group", { name: "Player" })).toBeTruthy();
    for (const name of ["Previous message", "Next message", "Previous hop", "Next hop", "Play"]) {
      fireEvent.click(screen.getByRole("button", { name }));
    }
    expect(calls.onStep.mock.calls).toEqual([[-1], [1]]);
    expect(calls.onHop.mock.calls).toEqual([[-1], [1]]);
    expect(calls.onPlay).toHaveBeenCalledOnce();
  });

  it("offers Pause while playing", () => {
    const { calls } = show({ playing: true });
    expect(screen.queryByRole("button", { name: "Play" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Pause" }));
    expect(calls.onPause).toHaveBeenCalledOnce();
  });

  it("tells the place without rendering, and says when a wait is shortened", async () => {
    const { playhead, view } = show();
    const slider = screen.getByRole("slider", { name: "Playhead" });
    expect(slider.getAttribute("aria-valuetext")).toBe("start, 0.0 s");
    act(() => playhead.set({ step: 1, fraction: 1 }));
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("hop 1, message 2 of 2, 0.1 s");
    act(() => playhead.set({ step: 2, fraction: 0.5 }));
    expect(view.container.textContent).toContain("15 s wait, shortened");
    act(() => playhead.set({ step: 3, fraction: 1 }));
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("the failure's way back, 15.2 s");
    expect(view.container.textContent).not.toContain("shortened");
  });

  it("writes place and instant into the texts there are", () => {
    const { playhead, view } = show();
    const texts = () =>
      [".player-instant", ".player-place"].map((one) => view.container.querySelector(one)?.firstChild);
    const before = texts();
    act(() => playhead.set({ step: 1, fraction: 1 }));
    expect(before.map((text) => text?.nodeValue)).toEqual(["0.1 s", "hop 1, message 2 of 2"]);
    expect(texts().every((text, at) => text === before[at])).toBe(true);
  });

  it("shifts the thumb at once and tells the slider the last of several steps after the frame, unless it is gone", () => {
    vi.useFakeTimers();
    try {
      const { playhead, view } = show();
      const slider = screen.getByRole<HTMLInputElement>("slider", { name: "Playhead" });
      const thumb = view.container.querySelector<HTMLElement>(".player-thumb");
      act(() => playhead.set({ step: 0, fraction: 0.5 }));
      act(() => playhead.set({ step: 3, fraction: 1 }));
      expect(thumb?.style.transform).toBe("translateX(100%)");
      expect(slider.value).toBe("0");
      vi.runAllTimers();
      expect(slider.value).toBe(slider.max);
      expect(slider.getAttribute("aria-valuetext")).toBe("the failure's way back, 15.2 s");
      act(() => playhead.set(home));
      expect(vi.getTimerCount()).toBe(1);
      view.unmount();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("seeks by the slider, and its keys go by messages and hops", () => {
    const { calls } = show();
    const slider = screen.getByRole("slider", { name: "Playhead" });
    fireEvent.input(slider, { target: { value: "1000" } });
    expect(calls.onSeek).toHaveBeenLastCalledWith(0, 0.5);
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    fireEvent.keyDown(slider, { key: "ArrowLeft", shiftKey: true });
    fireEvent.keyDown(slider, { key: "PageUp" });
    expect(calls.onStep.mock.calls).toEqual([[1]]);
    expect(calls.onHop.mock.calls).toEqual([[-1], [1]]);
    fireEvent.keyDown(slider, { key: "End" });
    expect(calls.onSeek).toHaveBeenLastCalledWith(3, 1);
    fireEvent.keyDown(slider, { key: "Home" });
    expect(calls.onSeek).toHaveBeenLastCalledWith(-1, 0);
  });

  it("changes speed and loops", () => {
    const { calls } = show();
    fireEvent.change(screen.getByRole("combobox", { name: "Speed" }), { target: { value: "1" } });
    expect(calls.onSpeed).toHaveBeenCalledWith(1);
    fireEvent.click(screen.getByRole("button", { name: "Loop this hop" }));
    expect(calls.onLoop).toHaveBeenCalledWith(true);
  });
});
