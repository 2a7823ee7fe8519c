import type { Interval } from "../../lib/interval.ts";
import type { BranchId, ChoiceId } from "../../model/ids.ts";
import type { TracedMessage } from "../../model/trace.ts";
import type { Outcome } from "../../model/verdict.ts";

/** What the user gets in the end. */
export interface Answer {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly userSees?: string;
}

/** A fork as one run passed it. */
export interface Turn {
  readonly taken: BranchId;
  /** True when a failure overruled what the reader chose. */
  readonly overruled: boolean;
}

/** One thing in which run b is not as run a. A side is absent where that run has nothing of the kind. */
export type Difference =
  | { readonly kind: "answer"; readonly a: Answer; readonly b: Answer }
  /** Until the user has the answer or the error, ms. */
  | { readonly kind: "total"; readonly a: Interval; readonly b: Interval }
  | { readonly kind: "choice"; readonly choice: ChoiceId; readonly line: number; readonly a?: Turn; readonly b?: Turn }
  /** A hop's own time, ms; absent where the run never comes to it. */
  | { readonly kind: "hop"; readonly hop: number; readonly a?: Interval; readonly b?: Interval }
  /** A message of the chapter with another outcome or another answer, or on one run's path only. */
  | { readonly kind: "message"; readonly key: string; readonly a?: TracedMessage; readonly b?: TracedMessage }
  /** An answer on the way back or another attempt: not in the chapter, and in one run only. */
  | { readonly kind: "added"; readonly key: string; readonly a?: TracedMessage; readonly b?: TracedMessage }
  /** A side effect that one run loses. */
  | { readonly kind: "lost"; readonly n: number; readonly text: string; readonly side: "a" | "b" };

/** The same difference, looked at from the other run. */
export function mirrorDifference(difference: Difference): Difference {
  if (difference.kind === "lost") return { ...difference, side: difference.side === "a" ? "b" : "a" };
  const { a, b, ...rest } = difference;
  return { ...rest, ...(b !== undefined && { a: b }), ...(a !== undefined && { b: a }) } as Difference;
}
