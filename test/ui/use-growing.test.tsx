import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useGrowing } from "../../src/ui/shared/use-growing.ts";

describe("a list that grows", () => {
  afterEach(() => void vi.useRealTimers());

  it("has a few items at first, a few more with each frame, and begins again with another list", () => {
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
    const frame = () => act(() => void vi.advanceTimersToNextFrame());
    const first = [1, 2, 3, 4, 5];
    const { result, rerender } = renderHook(({ items }) => useGrowing(items, 2), { initialProps: { items: first } });
    expect(result.current).toEqual([1, 2]);
    frame();
    expect(result.current).toEqual([1, 2, 3, 4]);
    frame();
    expect(result.current).toBe(first);
    rerender({ items: [6, 7, 8] });
    expect(result.current).toEqual([6, 7]);
    frame();
    expect(result.current).toEqual([6, 7, 8]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
