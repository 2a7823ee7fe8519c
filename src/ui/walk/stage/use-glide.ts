import { type RefObject, useCallback, useEffect, useRef } from "react";

interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Share of the remaining way that is gone in one frame. */
const pace = 0.14;

/**
 * Scrolls after a target that keeps moving: quick at first, then slower, so that the eye keeps its place, and to its end
 * even when the playhead has stopped meanwhile. `left` and `top` are scroll offsets in pixels.
 */
export function useGlide(scroller: RefObject<HTMLElement | null>): {
  readonly glide: (to: Spot) => void;
  readonly stop: () => void;
} {
  const target = useRef<Spot | null>(null);
  const frame = useRef(0);
  const stop = useCallback(() => {
    target.current = null;
    cancelAnimationFrame(frame.current);
    frame.current = 0;
  }, []);
  const glide = useCallback(
    (to: Spot) => {
      target.current = to;
      if (frame.current !== 0) return;
      const tick = () => {
        const element = scroller.current;
        const goal = target.current;
        if (!element || !goal) return;
        const left = nearer(element.scrollLeft, Math.min(goal.left, element.scrollWidth - element.clientWidth));
        const top = nearer(element.scrollTop, Math.min(goal.top, element.scrollHeight - element.clientHeight));
        const there = left === element.scrollLeft && top === element.scrollTop;
        // Writing what is there already would undo a scroll of the reader's that is just coming in.
        if (left !== element.scrollLeft) element.scrollLeft = left;
        if (top !== element.scrollTop) element.scrollTop = top;
        frame.current = there ? 0 : requestAnimationFrame(tick);
      };
      frame.current = requestAnimationFrame(tick);
    },
    [scroller],
  );
  useEffect(() => stop, [stop]);
  return { glide, stop };
}

/** Whole pixels, at least one a frame: a browser may round offsets, and smaller steps would never arrive. */
function nearer(now: number, goal: number): number {
  const way = goal - now;
  if (Math.abs(way) < 1) return now;
  return now + Math.sign(way) * Math.min(Math.abs(way), Math.max(1, Math.round(Math.abs(way) * pace)));
}
