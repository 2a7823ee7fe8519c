import { type RefObject, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** The stretch of the content that is in the document, in CSS pixels of the content. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** The view moves on by this much before anything is rendered anew. */
const chunk = 120;
const overscan = 240;
/** So near to the end of what is rendered, more must be there before the next paint. */
const edge = 80;

/**
 * Which stretch of the content to render: the view and a bit above and below. Everything while printing. `onScroll` is
 * to be called in the scroll event: what comes into view is there before the browser paints it.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  zoom: number,
  height: number,
): { readonly stretch: Stretch; readonly printing: boolean; readonly onScroll: () => void } {
  const [at, setAt] = useState(0);
  const [printing, setPrinting] = useState(false);
  const asked = useRef(0);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const top = element.scrollTop / zoom;
    const next = Math.floor(top / chunk);
    // Within what is rendered, rendering can wait until this frame is painted: a step need not pay for the rows behind it.
    const view = height / zoom;
    const near = top < at * chunk - overscan + edge || top + view > at * chunk + view + chunk + overscan - edge;
    if (near && next !== at) {
      asked.current = next;
      flushSync(() => setAt(next));
    } else if (next !== asked.current) {
      asked.current = next;
      startTransition(() => setAt(next));
    }
  }, [scroller, zoom, height, at]);
  useEffect(() => {
    const page = scroller.current?.ownerDocument.defaultView;
    if (!page) return;
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    page.addEventListener("beforeprint", before);
    page.addEventListener("afterprint", after);
    return () => {
      page.removeEventListener("beforeprint", before);
      page.removeEventListener("afterprint", after);
    };
  }, [scroller]);
  const top = at * chunk;
  return {
    stretch: printing
      ? { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY }
      : { top: top - overscan, bottom: top + height / zoom + chunk + overscan },
    printing,
    onScroll,
  };
}
