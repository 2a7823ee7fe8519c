import { type RefObject, useLayoutEffect, useRef } from "react";
import { followView } from "../../../scene/follow-view.ts";
import type { PlacedMessage } from "../../../scene/place-message.ts";
import type { StageLayout } from "../../../scene/stage-layout.ts";
import { standsStill } from "../../../scene/stands-still.ts";
import { visibleRows } from "../../../scene/visible-rows.ts";
import { targetOf } from "./use-follow.ts";

/**
 * When the drawing changes (the spacing, a failure, the width), what the reader looks at stays where it was on the
 * screen: the current message if it was in view, else the topmost one. A view that became narrower does not lose it
 * sideways. `layout` is null until something is drawn.
 */
export function useAnchor(
  scroller: RefObject<HTMLElement | null>,
  layout: StageLayout | null,
  zoom: number,
  covered: number,
  current: () => PlacedMessage | undefined,
): void {
  const before = useRef(layout);
  const now = useRef(current);
  now.current = current;
  useLayoutEffect(() => {
    const old = before.current;
    before.current = layout;
    const element = scroller.current;
    if (!element || !old || !layout || old === layout || old.messages.length === 0) return;
    if (standsStill(old, layout)) return;
    const top = element.scrollTop / zoom;
    const bottom = top + element.clientHeight / zoom - covered;
    const key = now.current()?.row.key;
    const held = old.messages.find((one) => one.row.key === key && one.y >= top && one.y <= bottom);
    const anchor = held ?? (top > 0 ? old.messages[visibleRows(old.messages, top, bottom).start] : undefined);
    const place = anchor && layout.messages.find((one) => one.row.key === anchor.row.key);
    if (held && place) {
      const size = { width: element.clientWidth / zoom, height: element.clientHeight / zoom, covered };
      element.scrollLeft =
        followView({ left: element.scrollLeft / zoom, top, ...size }, targetOf(place), true).left * zoom;
    }
    if (anchor && place) element.scrollTop = (top + place.from.y - anchor.from.y) * zoom;
  }, [scroller, layout, zoom, covered]);
}
