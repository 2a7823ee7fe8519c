import type { LayerId } from "../model/ids.ts";
import type { TracedMessage } from "../model/trace.ts";
import type { Lane } from "./layout-lanes.ts";
import type { MessageRow } from "./list-rows.ts";
import { lineHeights, type MeasureText, type TextFont } from "./measure-text.ts";
import type { Tag } from "./tag-message.ts";
import { widest, wrapText } from "./wrap-text.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A message with its place, in CSS pixels of the stage's content. */
export interface PlacedMessage {
  readonly row: MessageRow;
  /** Its index in the trace. */
  readonly index: number;
  /** The whole row's stretch. */
  readonly y: number;
  readonly height: number;
  readonly fromLane: number;
  readonly toLane: number;
  readonly loop: boolean;
  readonly from: Point;
  readonly to: Point;
  /** How far along the arrow it broke, 0…1. */
  readonly breakAt: number | undefined;
  readonly lines: readonly string[];
  readonly labelX: number;
  readonly labelY: number;
  readonly labelWidth: number;
  readonly tag: Tag | undefined;
  readonly tagBelow: boolean;
  /** How far to the right its words reach, the tag's included. */
  readonly labelEnd: number;
  /** Where its caller waits a timeout out, to scale: a stretch of the sender's lifeline. */
  readonly wait: { readonly y0: number; readonly y1: number; readonly cut: boolean } | undefined;
  /** True when its arrow is shorter than its time. */
  readonly cut: boolean;
}

/** Room above the text, between text and arrow, and under the arrow. */
const above = 4;
const between = 4;
const below = 7;
export const loopWidth = 26;
const loopHeight = 14;

/** What the writer knows when it comes to a message. */
export interface MessageSite {
  readonly row: MessageRow;
  readonly y: number;
  readonly lanes: readonly Lane[];
  readonly fromLane: number;
  readonly toLane: number;
  /** Half widths of the activation bars the arrow starts and ends at. */
  readonly fromOffset: number;
  readonly toOffset: number;
  readonly left: number;
  readonly right: number;
  readonly tag: Tag | undefined;
  /** Drawn height of its time under way and of its wait; 0 with even spacing. */
  readonly travel: number;
  readonly cut: boolean;
  readonly wait: number;
  readonly waitCut: boolean;
  readonly scaled: boolean;
}

/** Text close above its arrow; for a loop, beside it. */
export function placeMessage(site: MessageSite, measure: MeasureText): PlacedMessage {
  return site.fromLane === site.toLane ? placeLoop(site, measure) : placeArrow(site, measure);
}

function placeArrow(site: MessageSite, measure: MeasureText): PlacedMessage {
  const { row, lanes, fromLane, toLane, y } = site;
  const forward = toLane > fromLane;
  const side = forward ? 1 : -1;
  const fromX = (lanes[fromLane]?.x ?? 0) + 0.5 + side * site.fromOffset;
  const toX = (lanes[toLane]?.x ?? 0) + 0.5 - side * site.toOffset;
  const leftX = Math.min(fromX, toX);
  const span = Math.abs(toX - fromX);
  const inset = row.number !== undefined && forward ? 14 : 8;
  const font = fontOf(row);
  const lines = wrapText(row.traced.text, font, Math.max(span - 16, 230), measure);
  const width = Math.ceil(widest(lines, font, measure));
  const atSender = site.scaled && !forward && site.travel >= 14;
  const wanted = atSender ? fromX - inset - width : leftX + inset;
  const labelX = Math.round(clamp(wanted, site.left, site.right - width));
  const tagBelow = isTagBelow(site, labelX, lines, measure);
  const textHeight = lines.length * lineHeights.label + (tagBelow ? lineHeights.small : 0);
  const fromY = Math.round(y + above + textHeight + between) + 0.5;
  const toY = fromY + site.travel;
  const wait = placeWait(site, fromY);
  // Written out whole: objects put together from pieces cost ten times as much, ten thousand times over.
  return {
    row,
    index: row.traced.index,
    y,
    fromLane,
    toLane,
    cut: site.cut,
    breakAt: findBreak(row.traced, lanes[fromLane], lanes[toLane]),
    tag: site.tag,
    height: Math.max(toY, wait?.y1 ?? 0) + below - y,
    loop: false,
    from: { x: fromX, y: fromY },
    to: { x: toX, y: toY },
    lines,
    labelX,
    labelY: y + above,
    labelWidth: width,
    tagBelow,
    labelEnd: endOfLabel(site, labelX, width, tagBelow, lines, measure),
    wait,
  };
}

function placeLoop(site: MessageSite, measure: MeasureText): PlacedMessage {
  const { row, lanes, fromLane, y } = site;
  const x = (lanes[fromLane]?.x ?? 0) + 0.5 + site.fromOffset;
  const textX = x + loopWidth + 8;
  const room = Math.max(120, Math.min(230, site.right - textX));
  const font = fontOf(site.row);
  const lines = wrapText(site.row.traced.text, font, room, measure);
  const width = Math.ceil(widest(lines, font, measure));
  const labelX = Math.round(Math.min(textX, site.right - width));
  const tagBelow = isTagBelow(site, labelX, lines, measure);
  const textHeight = lines.length * lineHeights.label + (tagBelow ? lineHeights.small : 0);
  const high = Math.max(loopHeight, site.travel);
  const inner = Math.max(textHeight, high);
  const fromY = Math.round(y + above + 2 + (inner - high) / 2) + 0.5;
  const wait = placeWait(site, fromY);
  return {
    row,
    index: row.traced.index,
    y,
    fromLane,
    toLane: fromLane,
    cut: site.cut,
    breakAt: findBreak(row.traced, lanes[fromLane], lanes[fromLane]),
    tag: site.tag,
    height: Math.max(inner + above + below + 2, (wait?.y1 ?? 0) + below - y),
    loop: true,
    from: { x, y: fromY },
    to: { x, y: fromY + high },
    lines,
    labelX,
    labelY: Math.round(y + above + 2 + (inner - textHeight) / 2),
    labelWidth: width,
    tagBelow,
    labelEnd: endOfLabel(site, labelX, width, tagBelow, lines, measure),
    wait,
  };
}

/** A tag's own width, its sign and the gap before it included. */
export function tagWidth(tag: Tag, measure: MeasureText): number {
  return measure(tag.text, "small") + (tag.tone === "muted" ? 10 : 24);
}

/** What broke, and its way back, is written in bold. */
export function fontOf(row: MessageRow): TextFont {
  return row.traced.outcome === "failed" || row.wayBack ? "head" : "label";
}

function placeWait(site: MessageSite, y0: number): PlacedMessage["wait"] {
  if (site.wait <= 0) return undefined;
  const start = y0 + site.travel;
  return { y0: start, y1: start + site.wait, cut: site.waitCut };
}

function isTagBelow(site: MessageSite, labelX: number, lines: readonly string[], measure: MeasureText): boolean {
  if (!site.tag) return false;
  const last = measure(lines.at(-1) ?? "", fontOf(site.row));
  return labelX + last + tagWidth(site.tag, measure) > site.right;
}

function endOfLabel(
  site: MessageSite,
  labelX: number,
  width: number,
  tagBelow: boolean,
  lines: readonly string[],
  measure: MeasureText,
): number {
  if (!site.tag) return labelX + width;
  const tag = tagWidth(site.tag, measure);
  return labelX + Math.max(width, tagBelow ? tag : measure(lines.at(-1) ?? "", fontOf(site.row)) + tag);
}

/**
 * Where along the arrow a failed message broke: at its sender, on the way (layers of `@via`, in order), or at its
 * receiver. Undefined when it did not break.
 */
export function findBreak(traced: TracedMessage, from: Lane | undefined, to: Lane | undefined): number | undefined {
  if (traced.outcome !== "failed" && traced.outcome !== "lost") return undefined;
  const bite = traced.bites.find((one) => one.fault === traced.fault) ?? traced.bites[0];
  return bite ? breakAtLayer(bite.layer, traced.layers, from?.participant.layer, to?.participant.layer) : 0.6;
}

function breakAtLayer(
  layer: LayerId,
  layers: readonly LayerId[],
  sender: LayerId | undefined,
  receiver: LayerId | undefined,
): number {
  const between = layers.filter((one) => one !== sender && one !== receiver);
  const at = between.indexOf(layer);
  if (at >= 0) return 0.2 + (0.6 * (at + 1)) / (between.length + 1);
  return layer === sender && layer !== receiver ? 0.12 : 0.9;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
