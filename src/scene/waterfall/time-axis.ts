import { tickStep } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { printDuration } from "../../lib/print-duration.ts";
import type { Instant } from "../../model/time.ts";
import type { Waterfall } from "./waterfall.ts";

/*
 *     0 ms        100 ms     200 ms  ╱╱  15.2 s   15.3 s
 *     ├────────────┼──────────┼──────╱╱────┼────────┤
 *                              a break: a wait so long that the rest could not be seen beside it
 */

/** Time along the page. `x` in CSS pixels from the axis's left end, instants in drawn ms. */
export interface TimeAxis {
  readonly x: ScaleLinear<number, number>;
  readonly ticks: readonly { readonly at: Instant; readonly text: string }[];
  /** Where the scale is broken: the pixels between which a wait is drawn too short. */
  readonly breaks: readonly { readonly x0: number; readonly x1: number }[];
}

/** A wait is broken when it takes more than this share of the axis… */
const longShare = 0.4;
/** …down to this share of the width. */
const brokenShare = 0.12;

export function makeTimeAxis(waterfall: Pick<Waterfall, "end" | "waits" | "untimed">, width: number): TimeAxis {
  const { end } = waterfall;
  const broken = waterfall.waits.filter((wait) => (wait.until - wait.from) / end > longShare / waterfall.waits.length);
  const rest = end - broken.reduce((sum, wait) => sum + wait.until - wait.from, 0);
  const brokenWidth = width * brokenShare;
  const pixels = rest > 0 ? (width - broken.length * brokenWidth) / rest : 0;

  const domain: number[] = [0];
  const range: number[] = [0];
  const breaks: { x0: number; x1: number }[] = [];
  let at = 0;
  let x = 0;
  const go = (until: number, by: number) => {
    at = until;
    x += by;
    domain.push(at);
    range.push(x);
  };
  for (const wait of broken) {
    if (wait.from > at) go(wait.from, (wait.from - at) * pixels);
    breaks.push({ x0: x, x1: x + brokenWidth });
    go(wait.until, brokenWidth);
  }
  if (end > at) go(end, (end - at) * pixels);
  if (domain.length === 1) go(1, width);
  const scale = scaleLinear(domain, range).clamp(true);
  if (waterfall.untimed) return { x: scale, ticks: [], breaks };
  return { x: scale, ticks: makeTicks(scale, breaks, rest > 0 ? rest : end, width), breaks };
}

/** Round times at one distance, none inside a break or too near its ends. */
function makeTicks(
  x: ScaleLinear<number, number>,
  breaks: TimeAxis["breaks"],
  length: number,
  width: number,
): TimeAxis["ticks"] {
  const step = tickStep(0, length, Math.max(2, Math.min(10, width / (width < 400 ? 75 : 120))));
  const pieces: { from: number; until: number }[] = [];
  let left = 0;
  for (const { x0, x1 } of breaks) {
    pieces.push({ from: left, until: x0 });
    left = x1;
  }
  pieces.push({ from: left, until: width });
  return pieces.flatMap(({ from, until }, k) => {
    const ticks: { at: number; text: string }[] = [];
    const first = Math.ceil(x.invert(from) / step - 1e-9);
    for (let n = first; ; n++) {
      const at = Number((n * step).toPrecision(12));
      const place = x(at);
      if (at > x.invert(until) + step * 1e-6 || ticks.length > 40) break;
      if (place > until + 0.5) break;
      if (k > 0 && place < from + 12) continue;
      ticks.push({ at, text: formatTick(at, step) });
    }
    return ticks;
  });
}

/** Behind a break, instants are long and the distances short: as many digits as tell two ticks apart. */
function formatTick(at: Instant, step: number): string {
  if (at < 1000) return printDuration(at);
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(step / 1000) - 1e-9)));
  return `${(at / 1000).toFixed(digits)} s`;
}
