import { type RefObject, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** The stretch of the content that is in the document, in CSS pixels of the content. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** The view moves on by this much before anything is rendered anew. */
const chunk = 200;
const overscan = 240;

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
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = Math.floor(element.scrollTop / zoom / chunk);
    if (next !== at) flushSync(() => setAt(next));
  }, [scroller, zoom, at]);
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
