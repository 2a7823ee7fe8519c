import { along } from "./arrow-path.ts";
import { loopWidth, type PlacedMessage, type Point } from "./place-message.ts";

/**
 * Where the token is, `fraction` (0…1) through a message: along its arrow, no further than where it broke, then down
 * the sender's lifeline while the caller waits.
 */
export function tokenAt(placed: PlacedMessage, fraction: number): Point {
  if (!placed.wait) return travelled(placed, fraction);
  const travel = placed.to.y - placed.from.y;
  const wait = placed.wait.y1 - placed.wait.y0;
  const share = travel + wait === 0 ? 1 : Math.max(0.2, travel / (travel + wait));
  if (fraction <= share) return travelled(placed, fraction / share);
  const part = (fraction - share) / (1 - share);
  return { x: placed.from.x, y: placed.wait.y0 + wait * part };
}

function travelled(placed: PlacedMessage, fraction: number): Point {
  const share = fraction * (placed.breakAt ?? 1);
  if (!placed.loop) return along(placed.from, placed.to, share);
  const { from, to } = placed;
  const high = to.y - from.y;
  const way = share * (2 * loopWidth + high);
  if (way <= loopWidth) return { x: from.x + way, y: from.y };
  if (way <= loopWidth + high) return { x: from.x + loopWidth, y: from.y + way - loopWidth };
  return { x: from.x + 2 * loopWidth + high - way, y: to.y };
}
