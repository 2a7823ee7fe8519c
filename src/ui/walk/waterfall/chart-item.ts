import { listRows } from "../../../scene/waterfall/layout-waterfall.ts";
import type { TimePart } from "../../../scene/waterfall/share-time.ts";
import type { Waterfall, WaterfallRow } from "../../../scene/waterfall/waterfall.ts";

/** CSS px; high enough for a target (WCAG 2.5.8). */
export const rowHeight = 24;

/** What stands in a row's place: a row, or the line above async work. */
export type ChartItem = { readonly kind: "row"; readonly row: WaterfallRow } | { readonly kind: "line" };

/** From top to bottom. */
export function listItems(waterfall: Waterfall, open: ReadonlySet<string>): readonly ChartItem[] {
  const asItem = (row: WaterfallRow): ChartItem => ({ kind: "row", row });
  const rows = listRows(waterfall.rows, open).map(asItem);
  if (waterfall.asides.length === 0) return rows;
  return [...rows, { kind: "line" }, ...listRows(waterfall.asides, open).map(asItem)];
}

/** The part of "where the time goes" that is pointed at or held; all else is dimmed. */
export type Lit = Pick<TimePart, "back" | "hops" | "messages"> | undefined;

/** True when another row is lit. */
export function isDim(row: WaterfallRow, lit: Lit): boolean {
  if (lit === undefined) return false;
  if (row.index !== undefined) return !lit.messages.includes(row.index);
  if (row.kind === "back") return !lit.back;
  return lit.back || row.kind === "aside" || !lit.hops.includes(row.hop);
}
