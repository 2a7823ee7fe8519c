import { type RefObject, useLayoutEffect, useState } from "react";
import { firstLook } from "../../shared/first-look.ts";

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/** The scroller's inner size in CSS pixels; `null` until it is known, which is before the first paint. */
export function useStageSize(scroller: RefObject<HTMLElement | null>): StageSize | null {
  const [size, setSize] = useState<StageSize | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      setSize((old) => (old && old.width === next.width && old.height === next.height ? old : next));
    };
    firstLook(read);
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return size;
}
