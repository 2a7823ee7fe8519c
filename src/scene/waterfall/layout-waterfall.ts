import { addIntervals, type Interval, zero } from "../../lib/interval.ts";
import type { System } from "../../model/chapter.ts";
import { pickLatency } from "../../model/condition.ts";
import type { Scenario } from "../../model/scenario.ts";
import { isPassed, type Trace } from "../../model/trace.ts";
import { decidedIn } from "../decided-in.ts";
import { makeAsideRows, makeBackRow, makeHopRows } from "./make-rows.ts";
import { drawInOrder, isUntimed } from "./order-only.ts";
import { waitOf } from "./time-of.ts";
import type { Waterfall, WaterfallRow } from "./waterfall.ts";

/**
 * A run's latency bars: what each hop takes and when, in drawn milliseconds; in order only where nobody states a time.
 * Pure; O(messages).
 */
export function layoutWaterfall(scenario: Scenario, system: System, trace: Trace): Waterfall {
  const back = makeBackRow(system, trace);
  const stated = stateHops(scenario, trace);
  const hops = makeHopRows(scenario, system, trace).map((row): WaterfallRow => {
    const range = stated.get(row.hop);
    return range ? { ...row, stated: range } : row;
  });
  const rows = back ? [...hops, back] : hops;
  const asides = makeAsideRows(scenario, system, trace);
  const ends = [...rows, ...asides].map(barEnd);
  const waterfall = {
    rows,
    asides,
    end: Math.max(1, trace.drawnEnd, scenario.budget?.stated?.max ?? 0, ...ends),
    waits: findWaits(trace),
  };
  return isUntimed(scenario, trace) ? drawInOrder(waterfall, trace) : waterfall;
}

/** What the budget's rows state per hop, for the choices of this run. */
function stateHops(scenario: Scenario, trace: Trace): ReadonlyMap<number, Interval> {
  const decided = decidedIn(scenario, trace);
  const stated = new Map<number, Interval>();
  for (const { hop, figure } of scenario.budget?.rows ?? []) {
    const range = figure && pickLatency(figure, decided);
    if (hop === undefined || !range) continue;
    stated.set(hop, addIntervals(stated.get(hop) ?? zero, { min: range.min, max: range.max }));
  }
  return stated;
}

/** Where a bar's known part ends. */
function barEnd({ bar }: WaterfallRow): number {
  return bar ? bar.at + (bar.most ?? bar.least) : 0;
}

/** Stretches of waiting, joined where they touch, and without the parts in which a message travels. */
function findWaits(trace: Trace): Waterfall["waits"] {
  const waits: { from: number; until: number }[] = [];
  const passed = trace.messages.filter(isPassed);
  for (const message of passed) {
    const wait = waitOf(message);
    if (!wait || wait.until <= wait.from) continue;
    const busy = passed.some(
      (other) => other.wait === undefined && other.drawn.start < wait.until && other.drawn.end > wait.from,
    );
    if (!busy) waits.push({ from: wait.from, until: wait.until });
  }
  waits.sort((a, b) => a.from - b.from);
  const joined: { from: number; until: number }[] = [];
  for (const wait of waits) {
    const last = joined.at(-1);
    if (last && wait.from <= last.until) last.until = Math.max(last.until, wait.until);
    else joined.push({ ...wait });
  }
  return joined;
}

/** The rows on screen, top to bottom: those of open rows include their messages. */
export function listRows(rows: readonly WaterfallRow[], open: ReadonlySet<string>): readonly WaterfallRow[] {
  return rows.flatMap((row) => (open.has(row.key) ? [row, ...row.messages] : [row]));
}
