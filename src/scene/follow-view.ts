/** What the stage shows of its content, in CSS pixels of the content. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of what covers its upper edge: heads and a band's title. */
  readonly covered: number;
}

/** What should be seen. */
export interface Target {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** True when the target's height is wholly in view, and not under the heads. */
export function isInView(view: View, target: Target): boolean {
  return target.y0 >= view.top + view.covered && target.y1 <= view.top + view.height;
}

/**
 * Where the view should move so that the target is comfortably seen; the same place when it already is. `calm` keeps
 * the target in a narrower stretch, for following while it plays; otherwise the view moves only when it must, and then
 * puts the target at two fifths of its height.
 */
export function followView(view: View, target: Target, calm: boolean): { readonly left: number; readonly top: number } {
  const room = view.height - view.covered;
  const y = view.top + view.covered;
  const low = y + room * (calm ? 0.58 : 0.9);
  const high = y + room * 0.06;
  let top = view.top;
  if (target.y1 > low) top = calm ? view.top + (target.y1 - low) : target.y0 - view.covered - room * 0.4;
  else if (target.y0 < high) top = calm ? view.top - (high - target.y0) : target.y0 - view.covered - room * 0.4;
  return { left: followSideways(view, target), top: Math.max(0, top) };
}

const margin = 56;

function followSideways(view: View, target: Target): number {
  const right = view.left + view.width;
  if (target.x0 >= view.left + margin / 2 && target.x1 <= right - margin / 2) return view.left;
  const wide = target.x1 - target.x0 > view.width - 2 * margin;
  if (wide || target.x0 < view.left + margin / 2) return Math.max(0, target.x0 - margin);
  return Math.max(0, target.x1 + margin - view.width);
}
