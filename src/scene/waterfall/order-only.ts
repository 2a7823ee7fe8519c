import type { Scenario } from "../../model/scenario.ts";
import { isPassed, type Trace } from "../../model/trace.ts";
import type { Bar, Waterfall, WaterfallRow } from "./waterfall.ts";

/** True when nobody states a time for anything that happens here: then an axis of time would say what is not known. */
export function isUntimed(scenario: Scenario, trace: Trace): boolean {
  return trace.drawnEnd === 0 && trace.total.min === 0 && scenario.budget?.stated === undefined;
}

/** The same rows in order only: a message is one step wide, and the axis counts steps instead of milliseconds. */
export function drawInOrder(waterfall: Waterfall, trace: Trace): Waterfall {
  const place = new Map<number, number>();
  for (const message of trace.messages) if (isPassed(message)) place.set(message.index, place.size);
  const placeRow = (row: WaterfallRow): WaterfallRow => {
    const { bar: _, ...rest } = row;
    const bar = placeBar(row, place);
    return { ...rest, messages: row.messages.map(placeRow), ...(bar ? { bar } : {}) };
  };
  return {
    rows: waterfall.rows.map(placeRow),
    asides: waterfall.asides.map(placeRow),
    end: Math.max(1, place.size),
    waits: [],
    untimed: true,
  };
}

function placeBar(row: WaterfallRow, place: ReadonlyMap<number, number>): Bar | undefined {
  const inside = row.messages.length > 0 ? row.messages.map(({ index }) => index) : [row.index];
  const places = inside.flatMap((index) => (index === undefined ? [] : (place.get(index) ?? [])));
  const [first] = places;
  if (!row.bar || first === undefined) return undefined;
  const length = (places.at(-1) ?? first) + 1 - first;
  const { most, wait } = row.bar;
  return {
    at: first,
    least: length,
    most: most === null ? null : length,
    ...(wait ? { wait: { ...wait, from: first, until: first + length } } : {}),
  };
}
