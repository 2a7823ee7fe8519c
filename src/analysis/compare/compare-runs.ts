import type { Interval } from "../../lib/interval.ts";
import { type MessagePair, pairMessages } from "../../model/pair-messages.ts";
import type { Decision, Trace, TracedHop, TracedMessage } from "../../model/trace.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Answer, Difference, Turn } from "./difference.ts";

export interface Compared {
  readonly trace: Trace;
  readonly verdict: Verdict;
}

/**
 * All that is different in run b of the scenario that run a is of: the answer and its time first, then fork by fork, and
 * hop by hop what the request met. Nothing twice; nothing at all for two equal runs; exchanging the runs mirrors each.
 */
export function compareRuns(a: Compared, b: Compared): readonly Difference[] {
  const pairs = pairMessages(a.trace, b.trace);
  const differences: Difference[] = [...compareAnswers(a.verdict, b.verdict), ...compareTurns(a.trace, b.trace)];
  const hops = new Set([...a.trace.hops.map(({ n }) => n), ...pairs.map(hopOf)]);
  for (const hop of [...hops].sort((one, other) => one - other)) {
    differences.push(
      ...compareHops(
        a.trace.hops.find(({ n }) => n === hop),
        b.trace.hops.find(({ n }) => n === hop),
        hop,
      ),
    );
    for (const pair of pairs) if (hopOf(pair) === hop) differences.push(...comparePair(pair));
  }
  return [...differences, ...compareLost(a.trace, b.trace)];
}

function hopOf({ a, b }: MessagePair): number {
  return (a ?? b)?.hop ?? 0;
}

function compareAnswers(a: Verdict, b: Verdict): Difference[] {
  const found: Difference[] = [];
  if (a.outcome !== b.outcome || a.status !== b.status || a.userSees !== b.userSees) {
    found.push({ kind: "answer", a: answerOf(a), b: answerOf(b) });
  }
  if (!sameInterval(a.waited, b.waited)) found.push({ kind: "total", a: a.waited, b: b.waited });
  return found;
}

function answerOf({ outcome, status, userSees }: Verdict): Answer {
  return { outcome, ...(status !== undefined && { status }), ...(userSees !== undefined && { userSees }) };
}

function compareTurns(a: Trace, b: Trace): Difference[] {
  const left = turnsOf(a);
  const right = turnsOf(b);
  const places = new Map([...left, ...right].map(([key, { line, choice }]) => [key, { line, choice }]));
  const inOrder = [...places].sort(
    ([, one], [, other]) => one.line - other.line || (one.choice < other.choice ? -1 : 1),
  );
  return inOrder.flatMap(([key, place]): Difference[] => {
    const one = left.get(key)?.turn;
    const other = right.get(key)?.turn;
    if (one?.taken === other?.taken && one?.overruled === other?.overruled) return [];
    return [{ kind: "choice", ...place, ...(one && { a: one }), ...(other && { b: other }) }];
  });
}

interface PlacedTurn {
  readonly choice: string;
  readonly line: number;
  readonly turn: Turn;
}

/** The last time it is passed counts: around a loop, a fork goes the same way each time unless a failure begins there. */
function turnsOf(trace: Trace): ReadonlyMap<string, PlacedTurn> {
  const turns = new Map<string, PlacedTurn>();
  for (const { choice, line, taken, overruled } of trace.decisions satisfies readonly Decision[]) {
    turns.set(`${line} ${choice}`, { choice, line, turn: { taken, overruled: overruled !== undefined } });
  }
  return turns;
}

function compareHops(a: TracedHop | undefined, b: TracedHop | undefined, hop: number): Difference[] {
  const one = a?.reached ? takesOf(a) : undefined;
  const other = b?.reached ? takesOf(b) : undefined;
  if (!one && !other) return [];
  if (one && other) {
    // Behind a wait that nobody documents a clock's latest instants say nothing: then only the least ones compare.
    const blind = a?.start.max === null || b?.start.max === null;
    if (blind ? close(one.min, other.min) : sameInterval(one, other)) return [];
  }
  return [{ kind: "hop", hop, ...(one && { a: one }), ...(other && { b: other }) }];
}

function takesOf({ start, end }: TracedHop): Interval {
  return {
    min: Math.max(0, end.min - start.min),
    max: start.max === null || end.max === null ? null : Math.max(0, end.max - start.max),
  };
}

function comparePair({ key, a, b }: MessagePair): Difference[] {
  const sides = { key, ...(a && { a }), ...(b && { b }) };
  if ((a ?? b)?.n === undefined) return a && b ? [] : [{ kind: "added", ...sides }];
  if (a && b && a.outcome === b.outcome && a.status === b.status && sameBites(a, b)) return [];
  return [{ kind: "message", ...sides }];
}

/** A failure that is carried on without leaves the outcome as it was, and is to be seen all the same. */
function sameBites(a: TracedMessage, b: TracedMessage): boolean {
  const said = ({ bites }: TracedMessage) =>
    bites
      .map(({ fault, effect }) => `${fault} ${effect}`)
      .sort()
      .join("\n");
  return said(a) === said(b);
}

function compareLost(a: Trace, b: Trace): Difference[] {
  const name = ({ n, text }: Trace["lost"][number]) => `${n} ${text}`;
  const left = new Set(a.lost.map(name));
  const right = new Set(b.lost.map(name));
  const only = (trace: Trace, against: ReadonlySet<string>, side: "a" | "b") => {
    const seen = new Set(against);
    return trace.lost.flatMap((one): Extract<Difference, { kind: "lost" }>[] => {
      if (seen.has(name(one))) return [];
      seen.add(name(one));
      return [{ kind: "lost", n: one.n, text: one.text, side }];
    });
  };
  return [...only(a, right, "a"), ...only(b, left, "b")].sort(
    (one, other) => one.n - other.n || (one.text < other.text ? -1 : 1),
  );
}

function sameInterval(a: Interval, b: Interval): boolean {
  return close(a.min, b.min) && (a.max === null || b.max === null ? a.max === b.max : close(a.max, b.max));
}

/** Sums of the same figures in another order differ by rounding; nobody sees a nanosecond. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}
