import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { home, type Playhead } from "../../../model/playhead.ts";
import { followView, isInView, type Target, type View } from "../../../scene/follow-view.ts";
import { isSeek } from "../../../scene/frame-at.ts";
import type { PlacedMessage } from "../../../scene/place-message.ts";
import { useGlide } from "./use-glide.ts";

export interface Following {
  /** Which way the playhead is when the reader has scrolled away from it. */
  readonly away: "up" | "down" | null;
  /** To be called after each painted frame. */
  readonly follow: (playhead: Playhead, placed: PlacedMessage | undefined) => void;
  /** To be called while the reader scrolls. */
  readonly look: (placed: PlacedMessage | undefined) => void;
  readonly goBack: (placed: PlacedMessage | undefined) => void;
}

/** How long after the reader's own scrolling the stage leaves the view alone, ms. */
const respect = 1200;

/** Steps that follow each other within this, ms, are a rush. */
const hurry = 300;

/** Keeps the playhead in view: calmly while it plays, at once when it jumps, never against the reader. */
export function useFollow(scroller: RefObject<HTMLElement | null>, zoom: number, covered: number): Following {
  const [away, setAway] = useState<Following["away"]>(null);
  const following = useRef(true);
  const last = useRef<Playhead | null>(null);
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const touched = useRef(Number.NEGATIVE_INFINITY);
  const { glide, stop } = useGlide(scroller);
  useReaderScrolls(scroller, () => {
    stop();
    following.current = false;
    touched.current = performance.now();
  });

  const view = useCallback((): View | null => {
    const element = scroller.current;
    if (!element) return null;
    return {
      left: element.scrollLeft / zoom,
      top: element.scrollTop / zoom,
      width: element.clientWidth / zoom,
      height: element.clientHeight / zoom,
      covered,
    };
  }, [scroller, zoom, covered]);

  const move = useCallback(
    (to: { left: number; top: number }, behavior: ScrollBehavior) => {
      const element = scroller.current;
      if (!element) return;
      stop();
      const far = Math.abs(to.top * zoom - element.scrollTop) > element.clientHeight * 2.5;
      // A held key steps faster than a smooth scroll ends; the view then keeps up at once.
      const now = performance.now();
      const hurried = now - movedAt.current < hurry;
      movedAt.current = now;
      element.scrollTo({
        left: to.left * zoom,
        top: to.top * zoom,
        behavior: far || hurried || wantsStill(element) ? "auto" : behavior,
      });
    },
    [scroller, zoom, stop],
  );

  const look = useCallback(
    (placed: PlacedMessage | undefined) => {
      // Reading where the view stands has the page laid out, so it is not done in vain.
      const now = placed && !following.current ? view() : null;
      const target = placed && targetOf(placed, covered);
      if (!now || !target || isInView(now, target)) return setAway(null);
      setAway(target.y0 < now.top + now.covered ? "up" : "down");
    },
    [view, covered],
  );

  const follow = useCallback(
    (playhead: Playhead, placed: PlacedMessage | undefined) => {
      const before = last.current;
      last.current = playhead;
      const moved = before === null || before.step !== playhead.step || before.fraction !== playhead.fraction;
      const jumped = before === null ? playhead.step !== home.step : isSeek(before, playhead);
      if (moved && jumped) following.current = true;
      if (!placed) {
        if (moved && before !== null && playhead.step === home.step) move({ left: 0, top: 0 }, "smooth");
        return look(undefined);
      }
      // Reading where the view stands has the page laid out: not for what stays where it is.
      const now = !moved && following.current ? null : view();
      if (!now) return;
      const target = targetOf(placed, covered);
      if (!following.current && performance.now() - touched.current > respect && isInView(now, target))
        following.current = true;
      if (!following.current) return look(placed);
      if (!moved) return;
      setAway(null);
      // For those who ask for less motion the view moves at once, and only when it must.
      const leaps = jumped || wantsStill(scroller.current);
      const to = followView(now, target, !leaps);
      if (to.left === now.left && to.top === now.top) return;
      if (leaps) move(to, before === null ? "auto" : "smooth");
      else glide({ left: to.left * zoom, top: to.top * zoom });
    },
    [scroller, view, look, move, glide, covered, zoom],
  );

  const goBack = useCallback(
    (placed: PlacedMessage | undefined) => {
      following.current = true;
      setAway(null);
      const now = view();
      if (now && placed) move(followView(now, targetOf(placed, covered), false), "smooth");
    },
    [view, move, covered],
  );
  return { away, follow, look, goBack };
}

function wantsStill(element: HTMLElement | null): boolean {
  return element?.ownerDocument.defaultView?.matchMedia("(prefers-reduced-motion: reduce)").matches === true;
}

/** A message, its words included, below what covers the stage's upper edge. */
export function targetOf(placed: PlacedMessage, covered = 0): Target {
  const end = placed.wait?.y1 ?? placed.to.y;
  return {
    x0: Math.min(placed.from.x, placed.to.x, placed.labelX),
    x1: Math.max(placed.from.x, placed.to.x, placed.labelEnd),
    y0: placed.y + covered,
    y1: Math.max(end, placed.y) + covered,
  };
}

/** Tells the reader's own scrolling from ours: by what their hands do, not by the scroll events, which we cause too. */
function useReaderScrolls(scroller: RefObject<HTMLElement | null>, onScrolled: () => void): void {
  const told = useRef(onScrolled);
  told.current = onScrolled;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const tell = () => told.current();
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) tell();
    };
    const press = (event: PointerEvent) => {
      if (event.target === element) tell();
    };
    const key = (event: KeyboardEvent) => {
      if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) tell();
    };
    element.addEventListener("wheel", wheel, { passive: true });
    element.addEventListener("touchmove", tell, { passive: true });
    element.addEventListener("pointerdown", press);
    element.addEventListener("keydown", key);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("touchmove", tell);
      element.removeEventListener("pointerdown", press);
      element.removeEventListener("keydown", key);
    };
  }, [scroller]);
}
