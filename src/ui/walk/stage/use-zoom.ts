import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { clampZoom } from "./StageTools.tsx";

/** Zoom by buttons, by ctrl + wheel (a trackpad's pinch says the same) and by two fingers; the point between stays put. */
export function useZoom(
  scroller: RefObject<HTMLElement | null>,
  shared?: readonly [number, (zoom: number) => void],
): readonly [number, (zoom: number) => void] {
  const own = useState(1);
  const [zoom, setZoom] = shared ?? own;
  const now = useRef(zoom);
  now.current = zoom;
  const held = useRef<{ x: number; y: number; left: number; top: number } | null>(null);

  const zoomAt = useCallback(
    (next: number, x: number, y: number) => {
      const element = scroller.current;
      if (!element || next === now.current) return;
      held.current = {
        x,
        y,
        left: (element.scrollLeft + x) / now.current,
        top: (element.scrollTop + y) / now.current,
      };
      now.current = next;
      setZoom(next);
    },
    [scroller, setZoom],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    const point = held.current;
    if (!element || !point) return;
    held.current = null;
    element.scrollLeft = point.left * zoom - point.x;
    element.scrollTop = point.top * zoom - point.y;
  }, [scroller, zoom]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const next = clampZoom(now.current * Math.exp(-event.deltaY * 0.004));
      zoomAt(next, event.clientX - box.left, event.clientY - box.top);
    };
    let pinch: { distance: number; zoom: number } | null = null;
    const touch = (event: TouchEvent) => {
      const [a, b] = [event.touches[0], event.touches[1]];
      if (!a || !b) {
        pinch = null;
        return;
      }
      event.preventDefault();
      const distance = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      pinch ??= { distance, zoom: now.current };
      const box = element.getBoundingClientRect();
      const x = (a.clientX + b.clientX) / 2 - box.left;
      const y = (a.clientY + b.clientY) / 2 - box.top;
      zoomAt(clampZoom((pinch.zoom * distance) / pinch.distance), x, y);
    };
    const lift = () => {
      pinch = null;
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("touchmove", touch, { passive: false });
    element.addEventListener("touchend", lift);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("touchmove", touch);
      element.removeEventListener("touchend", lift);
    };
  }, [scroller, zoomAt]);

  const zoomCentre = useCallback(
    (next: number) => {
      const element = scroller.current;
      if (element) zoomAt(clampZoom(next), element.clientWidth / 2, element.clientHeight / 3);
    },
    [scroller, zoomAt],
  );
  return [zoom, zoomCentre];
}
