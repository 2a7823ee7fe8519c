import type { Interval } from "../lib/interval.ts";
import { type Decided, pickLatency } from "../model/condition.ts";
import type { Hop } from "../model/hop.ts";
import type { Figure, Latency } from "../model/latency.ts";
import type { ClockStep, Draft } from "./draft.ts";
import { findFirstMessage } from "./walk-state.ts";

/** A quantity that one draw decides, in milliseconds; `most` is Infinity where nobody states an upper end. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** Where the playhead draws it: the middle, or the median where percentiles are given. */
  readonly drawn: number;
  readonly percentiles?: { readonly p50: number; readonly p99: number };
}

/** So many times a range. */
export interface Term {
  readonly range: number;
  readonly factor: number;
}

/** A duration as a sum: `constant + Σ factor × range`, or so many repeats of what went before. */
export interface Span {
  readonly constant: number;
  readonly terms: readonly Term[];
  readonly repeats?: { readonly since: number; readonly times: number };
}

/** Durations as formulas over the stated ranges, so that one plan serves the least, the most, the drawn and every sample. */
export interface TimePlan {
  readonly ranges: readonly Range[];
  /** By draft. */
  readonly spans: readonly Span[];
  /** By hop, in order: what a hop without messages takes. */
  readonly pauses: readonly Span[];
  readonly steps: readonly ClockStep[];
  readonly drafts: readonly Draft[];
}

const nothing: Span = { constant: 0, terms: [] };

export function planTime(
  hops: readonly Hop[],
  drafts: readonly Draft[],
  steps: readonly ClockStep[],
  decided: Decided,
): TimePlan {
  const table = new RangeTable(decided);
  const rowsOver = countRows(drafts);
  const hopsByNumber = new Map(hops.map((hop) => [hop.n, hop]));
  const spans = drafts.map((draft): Span => {
    switch (draft.outcome) {
      case "skipped":
      case "neverReached":
        return nothing;
      case "added":
        if (draft.repeats !== undefined) {
          return { ...nothing, repeats: { since: draft.repeats.since.index, times: draft.repeats.times } };
        }
        return { constant: 0, terms: getBackTerms(draft, hopsByNumber, rowsOver, table) };
      default:
        return getOwnSpan(draft, table);
    }
  });
  const pauses = hops.map((hop): Span => {
    if (hop.figure === undefined || findFirstMessage(hop.steps) !== undefined) return nothing;
    return { constant: 0, terms: table.terms(hop.figure, 1) };
  });
  return { ranges: table.ranges, spans, pauses, steps, drafts };
}

/** What a message itself takes, with what faults add to it. A documented wait takes the place of its own time. */
function getOwnSpan(draft: Draft, table: RangeTable): Span {
  const { wait } = draft;
  if (wait !== undefined && wait.max !== null) return { constant: wait.max * draft.attempts * draft.times, terms: [] };
  const own = getStatedTerms(draft, table);
  const factor = draft.factor * draft.attempts;
  if (factor === 1 && draft.extras.length === 0 && wait === undefined) {
    return own.length === 0 ? nothing : { constant: 0, terms: own };
  }
  const terms = own.map((term) => ({ ...term, factor: term.factor * factor }));
  for (const extra of draft.extras) {
    terms.push({ range: table.add(extra.source, extra.interval), factor: extra.times * draft.attempts });
  }
  if (wait !== undefined) terms.push({ range: table.unknown(), factor: 1 });
  return { constant: 0, terms };
}

/** A message's own figure, or its fixed part of the range it shares: evenly over the calls, answers nothing. */
function getStatedTerms(draft: Draft, table: RangeTable): readonly Term[] {
  const figure = draft.message?.figure;
  if (figure !== undefined) return table.terms(figure, draft.times);
  const { shared } = draft;
  if (shared === undefined) return [];
  const main = draft.aside === shared.aside;
  if (shared.calls > 0) {
    return main && draft.role !== "answer" ? table.terms(shared.figure, draft.times / shared.calls) : [];
  }
  if (shared.answers > 0) return main ? table.terms(shared.figure, draft.times / shared.answers) : [];
  return table.terms(shared.figure, draft.times / shared.asides);
}

function countRows(drafts: readonly Draft[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const draft of drafts) {
    for (const leg of draft.legs ?? []) rows.set(leg.hop, (rows.get(leg.hop) ?? 0) + 1);
  }
  return rows;
}

/** A hop's whole range is spent once on the way back, in even parts by the rows over it; without one, its calls' own. */
function getBackTerms(
  draft: Draft,
  hops: ReadonlyMap<number, Hop>,
  rowsOver: ReadonlyMap<number, number>,
  table: RangeTable,
): readonly Term[] {
  return (draft.legs ?? []).flatMap((leg) => {
    const figure = hops.get(leg.hop)?.figure;
    if (figure !== undefined) return table.terms(figure, 1 / (rowsOver.get(leg.hop) ?? 1));
    return leg.calls.flatMap((call) => getStatedTerms(call, table));
  });
}

/** Every stated range once, however many messages share it. */
class RangeTable {
  readonly ranges: Range[] = [];
  private readonly known = new Map<object, number>();
  /** The messages that share a range mostly take equal parts of it. */
  private readonly recent = new Map<Figure, readonly Term[]>();
  private readonly decided: Decided;
  private readonly openEnd = {};

  constructor(decided: Decided) {
    this.decided = decided;
  }

  terms(figure: Figure, factor: number): readonly Term[] {
    const recent = this.recent.get(figure);
    if (recent?.[0]?.factor === factor) return recent;
    const range = this.known.get(figure) ?? this.enterFigure(figure);
    if (range === undefined) return [];
    const terms = [{ range, factor }];
    this.recent.set(figure, terms);
    return terms;
  }

  private enterFigure(figure: Figure): number | undefined {
    const latency = pickLatency(figure, this.decided);
    return latency === undefined ? undefined : this.enter(figure, makeRange(latency));
  }

  add(source: object, interval: Interval): number {
    return this.known.get(source) ?? this.enter(source, makeRange(interval));
  }

  unknown(): number {
    return this.add(this.openEnd, { min: 0, max: null });
  }

  private enter(source: object, range: Range): number {
    const at = this.ranges.push(range) - 1;
    this.known.set(source, at);
    return at;
  }
}

function makeRange(stated: Latency | Interval): Range {
  const least = sane(stated.min);
  const most = stated.max === null ? Number.POSITIVE_INFINITY : Math.max(least, sane(stated.max));
  const p50 = "p50" in stated ? stated.p50 : undefined;
  const p99 = "p99" in stated ? stated.p99 : undefined;
  const middle = most === Number.POSITIVE_INFINITY ? least : least + (most - least) / 2;
  const drawn = Math.min(most, Math.max(least, p50 === undefined ? middle : sane(p50)));
  if (p50 === undefined || p99 === undefined) return { least, most, drawn };
  return { least, most, drawn, percentiles: { p50: sane(p50), p99: Math.max(sane(p50), sane(p99)) } };
}

function sane(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0;
}
