import type { PlacedMessage } from "./place-message.ts";

/** The messages whose rows meet the stretch from `top` to `bottom`: positions, `end` exclusive. O(log messages). */
export function visibleRows(
  messages: readonly PlacedMessage[],
  top: number,
  bottom: number,
): { readonly start: number; readonly end: number } {
  return {
    start: firstWhere(messages, (one) => one.y + one.height >= top),
    end: firstWhere(messages, (one) => one.y > bottom),
  };
}

/** Things with a stretch of their own that meet another one. */
export function meets(thing: { readonly y0: number; readonly y1: number }, top: number, bottom: number): boolean {
  return thing.y1 >= top && thing.y0 <= bottom;
}

function firstWhere(messages: readonly PlacedMessage[], holds: (one: PlacedMessage) => boolean): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = messages[middle];
    if (one && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
