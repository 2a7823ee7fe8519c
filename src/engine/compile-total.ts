import type { Span, TimePlan } from "./plan-time.ts";
import { listTimedCalls, type TimedCall } from "./timed-calls.ts";

/** A run's total as a formula over one value per range; write `values`, then ask. */
export interface TotalFormula {
  readonly values: Float64Array;
  /** The ranges that the total depends on, ascending. */
  readonly used: readonly number[];
  getTotal(): number;
}

interface Sum {
  readonly kind: "sum";
  constant: number;
  readonly factors: Map<number, number>;
}

type Part =
  | Sum
  | { readonly kind: "par" | "thread" | "join" }
  /** Remembers the instant, as the start of this message. */
  | { readonly kind: "mark"; readonly message: number }
  | { readonly kind: "repeat"; readonly since: number; readonly times: number }
  /** Whoever sent these messages waits no longer than their timeouts. */
  | { readonly kind: "cut"; readonly calls: readonly TimedCall[] };

/**
 * Boils a plan down to what its total depends on: async work is left out, and everything between two forks of the clock
 * becomes one sum. Most scenarios are a single one. `cut` has the answers that are cut off at their callers' timeouts.
 */
export function compileTotal(plan: TimePlan, cut: ReadonlySet<number>): TotalFormula {
  const parts = listParts(plan, cut);
  const used = new Set<number>();
  for (const part of parts) if (part.kind === "sum") for (const range of part.factors.keys()) used.add(range);
  const values = new Float64Array(plan.ranges.length);
  const only = parts.length === 0 ? { kind: "sum" as const, constant: 0, factors: new Map() } : parts[0];
  const getTotal = parts.length <= 1 && only?.kind === "sum" ? makeSum(only, values) : makeProgram(parts, values);
  return { values, used: [...used].sort((a, b) => a - b), getTotal };
}

function listParts(plan: TimePlan, cut: ReadonlySet<number>): Part[] {
  const marked = new Set<number>();
  for (const at of cut) for (const call of listTimedCalls(plan.drafts[at])) marked.add(call.index);
  for (const span of plan.spans) if (span.repeats !== undefined) marked.add(span.repeats.since);
  const parts: Part[] = [];
  let hop = -1;
  let aside = 0;
  for (const step of plan.steps) {
    if (step.kind === "hop") hop++;
    if (step.kind === "aside") aside++;
    if (step.kind === "asideEnd") aside--;
    if (aside > 0) continue;
    if (step.kind === "hop" && step.reached) addSpan(parts, plan.pauses[hop]);
    if (step.kind === "par" || step.kind === "thread" || step.kind === "join") parts.push({ kind: step.kind });
    if (step.kind !== "message" || step.draft.role === "async") continue;
    const { index } = step.draft;
    if (marked.has(index)) parts.push({ kind: "mark", message: index });
    addSpan(parts, plan.spans[index]);
    if (cut.has(index)) parts.push({ kind: "cut", calls: listTimedCalls(step.draft) });
  }
  return parts;
}

function addSpan(parts: Part[], span: Span | undefined): void {
  if (span === undefined) return;
  if (span.repeats !== undefined) {
    parts.push({ kind: "repeat", ...span.repeats });
    return;
  }
  if (span.constant === 0 && span.terms.length === 0) return;
  const last = parts.at(-1);
  const sum: Sum = last?.kind === "sum" ? last : { kind: "sum", constant: 0, factors: new Map() };
  if (sum !== last) parts.push(sum);
  sum.constant += span.constant;
  for (const { range, factor } of span.terms) {
    if (factor > 0) sum.factors.set(range, (sum.factors.get(range) ?? 0) + factor);
  }
}

function makeSum(sum: Sum, values: Float64Array): () => number {
  const ranges = Int32Array.from(sum.factors.keys());
  const factors = Float64Array.from(sum.factors.values());
  const { constant } = sum;
  return () => {
    let total = constant;
    for (let i = 0; i < ranges.length; i++) total += (factors[i] ?? 0) * (values[ranges[i] ?? 0] ?? 0);
    return total;
  };
}

function makeProgram(parts: readonly Part[], values: Float64Array): () => number {
  const marks = new Map<number, number>();
  const steps = parts.map((part) => ({ part, add: part.kind === "sum" ? makeSum(part, values) : undefined }));
  return () => {
    const threads: { from: number; latest: number }[] = [];
    let now = 0;
    for (const { part, add } of steps) {
      const par = threads.at(-1);
      switch (part.kind) {
        case "sum":
          now += add?.() ?? 0;
          break;
        case "par":
          threads.push({ from: now, latest: now });
          break;
        case "thread":
          if (par === undefined) break;
          par.latest = Math.max(par.latest, now);
          now = par.from;
          break;
        case "join":
          threads.pop();
          now = Math.max(now, par?.latest ?? now);
          break;
        case "mark":
          marks.set(part.message, now);
          break;
        case "repeat":
          now += part.times * Math.max(0, now - (marks.get(part.since) ?? now));
          break;
        case "cut":
          for (const { index, timeout } of part.calls) now = Math.min(now, (marks.get(index) ?? now) + timeout);
          break;
      }
    }
    return now;
  };
}
