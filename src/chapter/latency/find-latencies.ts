import type { Latency } from "../../model/latency.ts";
import { millisecondsIn, readNumber, tidy, unitPattern } from "./units.ts";

/** A figure in a text; `latency` is undefined when it looks like one but says no upper end, or runs backwards. */
export interface FoundLatency {
  readonly latency: Latency | undefined;
  readonly start: number;
  readonly end: number;
}

/** Thousands may stand apart: `1 200`, `1'200`. */
const number = "(?:\\d{1,3}(?:['’ \\u00a0\\u202f]\\d{3})+|\\d{1,9})(?:[.,]\\d{1,6})?";
const about =
  "(?:[~≈≃∼約]|about|around|approx\\.?|approximately|roughly|circa|ca\\.|ca|etwa|rund|environ|env\\.|aprox\\.?|unos)";
const atMost =
  "(?:<=|=<|≤|⩽|<|up to|under|below|less than|at most|no more than|within|max\\.?|bis zu|unter|weniger als|höchstens|jusqu['’]à|moins de|au plus|hasta|menos de|como máximo)";
const atLeast =
  "(?:>=|=>|≥|⩾|>|at least|more than|over|above|mindestens|über|mehr als|au moins|plus de|al menos|más de)";
const dash = "(?:\\s*(?:-|–|—|−|‐|‑|…|\\.{2,3}|~|〜|～|→)\\s*|\\s+(?:to|bis|à|a|and|und|et|y)\\s+)";

const percentile = new RegExp(
  `\\bp(50|90|95|99)\\s*[:=]?\\s*(?:${about}|${atMost})?\\s*(${number})\\s*(${unitPattern})?`,
  "giu",
);
const figure = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/])(?:(${atLeast})|(${atMost})|${about})?\\s*(?:${about}\\s*)?(?<![\\p{N}.,:/]|[^\\P{L}約]|\\d\\s?[/×x*]\\s?)(${number})(?:\\s*(${unitPattern}))?(?:(${dash}|\\s*(?:±|\\+\\/-|\\+-)\\s*)(?:${about}\\s*)?(${number}))?\\s*(${unitPattern})(?!\\s*[×x*]\\s?\\d)`,
  "giu",
);
/** The same without a unit, for columns whose head gives it. */
const bareFigure = new RegExp(
  `^\\s*(?:(${atLeast})|(${atMost})|${about})?\\s*(?:${about}\\s*)?(${number})()(?:(${dash}|\\s*(?:±|\\+\\/-|\\+-)\\s*)(${number}))?()\\s*$`,
  "iu",
);

function fromMatch(match: RegExpMatchArray, unitOfColumn: string): Latency | undefined {
  const [whole, least, most, first = "", firstUnit, between, second, lastUnit] = match;
  if (least) return undefined;
  const unit = millisecondsIn(lastUnit || unitOfColumn) ?? 1;
  const text = whole.trim();
  const a = tidy(readNumber(first) * (firstUnit ? (millisecondsIn(firstUnit) ?? unit) : unit));
  if (second === undefined) return most ? { min: 0, max: a, text } : { min: a, max: a, text };
  const b = tidy(readNumber(second) * unit);
  if (/[±+]/.test(between ?? "")) return { min: Math.max(0, tidy(a - b)), max: tidy(a + b), text };
  return a <= b ? { min: a, max: b, text } : undefined;
}

function findPercentiles(text: string): FoundLatency | undefined {
  const all = [...text.matchAll(percentile)];
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last || all.length < 2) return undefined;
  const lastUnit = all.findLast((match) => match[3])?.[3];
  const at = new Map<string, number>();
  for (const match of all) {
    const unit = millisecondsIn(match[3] ?? lastUnit ?? "");
    if (unit === undefined) return undefined;
    at.set(match[1] ?? "", tidy(readNumber(match[2] ?? "") * unit));
  }
  const p50 = at.get("50");
  const p99 = at.get("99");
  const high = p99 ?? at.get("95") ?? at.get("90");
  const start = first.index;
  const end = last.index + last[0].length;
  if (p50 === undefined || high === undefined || p50 > high) return { latency: undefined, start, end };
  const latency = {
    min: p50,
    max: high,
    p50,
    ...(p99 === undefined ? {} : { p99 }),
    text: text.slice(start, end).trim(),
  };
  return { latency, start, end };
}

/** Every figure of a text, in order. `unitOfColumn` is for table cells that leave the unit to the column's head. */
export function findLatencies(text: string, unitOfColumn = ""): FoundLatency[] {
  const percentiles = findPercentiles(text);
  if (percentiles) return [percentiles];
  const found = [...text.matchAll(figure)].map((match) => ({
    latency: fromMatch(match, unitOfColumn),
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (found.length > 0 || unitOfColumn === "") return found;
  const bare = bareFigure.exec(text);
  return bare ? [{ latency: fromMatch(bare, unitOfColumn), start: 0, end: text.length }] : [];
}
