import { type RefObject, useEffect } from "react";

/** Keeps the stages inside an element at the same place, whichever of them is scrolled. `shown`: what is on screen. */
export function useScrollTogether(root: RefObject<HTMLElement | null>, shown: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other stages are other scrollers.
  useEffect(() => {
    const views = [...(root.current?.querySelectorAll<HTMLElement>(".stage-scroller") ?? [])];
    if (views.length < 2) return;
    const ours = new WeakMap<HTMLElement, { left: number; top: number }>();
    const stops = views.flatMap((view) => {
      const others = views.filter((one) => one !== view);
      const onScroll = () => {
        const put = ours.get(view);
        ours.delete(view);
        if (put && Math.abs(put.top - view.scrollTop) < 2 && Math.abs(put.left - view.scrollLeft) < 2) return;
        for (const other of others) {
          if (other.scrollTop === view.scrollTop && other.scrollLeft === view.scrollLeft) continue;
          other.scrollTop = view.scrollTop;
          other.scrollLeft = view.scrollLeft;
          ours.set(other, { left: other.scrollLeft, top: other.scrollTop });
        }
      };
      // A stage leaves its view to the reader when the reader scrolls it; the other one has to hear of it too.
      const tell = (event: Event) => {
        if (!event.isTrusted) return;
        for (const other of others) other.dispatchEvent(new WheelEvent("wheel"));
      };
      const hands = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
      view.addEventListener("scroll", onScroll, { passive: true });
      for (const hand of hands) view.addEventListener(hand, tell, { passive: true });
      return () => {
        view.removeEventListener("scroll", onScroll);
        for (const hand of hands) view.removeEventListener(hand, tell);
      };
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [root, shown]);
}
