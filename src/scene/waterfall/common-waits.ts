import type { Instant } from "../../model/time.ts";
import type { Waterfall } from "./waterfall.ts";

type Stretch = Waterfall["waits"][number];

/**
 * The axis that two runs share: as long as the longer one, and shortened only where neither does more than wait. After
 * its end a run counts as waiting. `over`: when a run's last bar ends, drawn ms.
 */
export function shareAxis(
  a: Waterfall,
  overA: Instant,
  b: Waterfall,
  overB: Instant,
): Pick<Waterfall, "end" | "waits"> {
  const end = Math.max(a.end, b.end);
  const last = Math.max(overA, overB);
  return { end, waits: intersect(idle(a, overA, end), idle(b, overB, end)).filter(({ from }) => from < last) };
}

function idle({ waits }: Waterfall, over: Instant, end: Instant): readonly Stretch[] {
  const before = waits.flatMap(({ from, until }) => (from < over ? [{ from, until: Math.min(until, over) }] : []));
  if (over >= end) return before;
  const last = before.at(-1);
  if (last && last.until >= over) return [...before.slice(0, -1), { from: last.from, until: end }];
  return [...before, { from: over, until: end }];
}

function intersect(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const until = Math.min(one.until, other.until);
      return from < until ? [{ from, until }] : [];
    }),
  );
}
