import { type RefObject, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** The stretch of the content that is in the document, in CSS pixels of the content. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** The view moves on by this much before anything is rendered anew. */
const chunk = 60;
/** More than a step's leap: what it comes to is there already. */
const overscan = 300;
/** So near to the end of what is rendered, more must be there before the next paint. */
const edge = 80;
/** Rows that are not in view yet come so much later than the scroll, ms: its own frame is painted by then. */
const later = 50;

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
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => setAt(Math.floor(element.scrollTop / zoom / chunk));
    // Within what is rendered, rendering can wait until this frame is painted: a step need not pay for the rows behind it.
    const ahead = element.scrollTop / zoom - at * chunk;
    if (ahead < edge - overscan || ahead > chunk + overscan - edge) return flushSync(follow);
    due.current ??= setTimeout(() => {
      due.current = undefined;
      startTransition(follow);
    }, later);
  }, [scroller, zoom, at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place that was read at another zoom is none at this one.
  useEffect(
    () => () => {
      due.current = void clearTimeout(due.current);
    },
    [zoom],
  );
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
