/** Until the flow has the focus, ctrl + wheel and two fingers zoom the page, as everywhere else on it. */
export function letPageZoom(root: HTMLElement): () => void {
  const keep = (event: Event): void => {
    const zooms =
      (event instanceof WheelEvent && event.ctrlKey) ||
      ("touches" in event && (event as TouchEvent).touches.length > 1);
    if (zooms && !root.matches(":focus-within")) event.stopPropagation();
  };
  root.addEventListener("wheel", keep, { capture: true, passive: true });
  root.addEventListener("touchmove", keep, { capture: true, passive: true });
  return () => {
    root.removeEventListener("wheel", keep, { capture: true });
    root.removeEventListener("touchmove", keep, { capture: true });
  };
}
