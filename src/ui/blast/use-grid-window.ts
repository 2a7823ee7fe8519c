import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

interface GridSizes {
  readonly rows: number;
  readonly columns: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly headHeight: number;
  readonly headWidth: number;
}

interface Range {
  readonly from: number;
  readonly until: number;
}

/** A grid of so many cells is drawn whole: it prints, and the browser's own find works in it. */
const whole = 1500;
const beyond = 4;
/** At first a grid grows by so many cells a frame: all at once they would hold the page up. */
const cellsAFrame = 100;
const nothing: Range = { from: 0, until: 0 };

/** Which rows and columns are in view, a few beyond the edges included. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  sizes: GridSizes,
): { readonly rows: Range; readonly columns: Range } {
  const { rows, columns, rowHeight, columnWidth, headHeight, headWidth } = sizes;
  const all = rows * columns <= whole;
  const [seen, setSeen] = useState<{ readonly rows: Range; readonly columns: Range }>({
    rows: nothing,
    columns: nothing,
  });
  const [grown, setGrown] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || all) return;
    const look = (): void => {
      const next = {
        rows: range(box.scrollTop, box.clientHeight - headHeight, rowHeight, rows),
        columns: range(box.scrollLeft, box.clientWidth - headWidth, columnWidth, columns),
      };
      setSeen((before) => (same(before.rows, next.rows) && same(before.columns, next.columns) ? before : next));
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [scroller, all, rows, columns, rowHeight, columnWidth, headHeight, headWidth]);
  const wanted = all ? { rows: { from: 0, until: rows }, columns: { from: 0, until: columns } } : seen;
  const { from, until } = wanted.rows;
  const across = wanted.columns.until - wanted.columns.from;
  const growing = until === from || from + grown < until;
  useEffect(() => {
    if (!growing || across === 0) return;
    const next = requestAnimationFrame(() => {
      const more = grown + Math.max(1, Math.floor(cellsAFrame / across));
      setGrown(from + more < until ? more : Number.POSITIVE_INFINITY);
    });
    return () => cancelAnimationFrame(next);
  }, [growing, grown, across, from, until]);
  return { rows: { from, until: Math.min(until, from + grown) }, columns: wanted.columns };
}

/**
 * What is drawn, in order: what is in view, and the row or column of the cell that takes the focus, wherever it is.
 * Else scrolling away would take the focus out of the document, and the grid out of the reach of Tab.
 */
export function listShown({ from, until }: Range, here: number): readonly number[] {
  const inView = Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at);
  if (here < from) return [here, ...inView];
  return here >= until ? [...inView, here] : inView;
}

function range(offset: number, length: number, each: number, count: number): Range {
  return {
    from: Math.max(0, Math.floor(offset / each) - beyond),
    until: Math.min(count, Math.ceil((offset + Math.max(0, length)) / each) + beyond),
  };
}

function same(a: Range, b: Range): boolean {
  return a.from === b.from && a.until === b.until;
}
