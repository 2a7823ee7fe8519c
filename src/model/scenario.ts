import type { Choice } from "./choice.ts";
import type { Hop } from "./hop.ts";
import type { ScenarioId } from "./ids.ts";
import type { Figure, Latency } from "./latency.ts";
import type { Participant } from "./participant.ts";
import type { Span } from "./place.ts";
import type { Prose } from "./prose.ts";
import type { Duration } from "./time.ts";

export interface BudgetRow {
  readonly label: string;
  readonly figure?: Figure;
  /** "Same as forward, reversed": the sum of the rows it goes back over. */
  readonly reversed?: boolean;
  /** The hop it was matched to. */
  readonly hop?: number;
  readonly line: number;
}

export interface Budget {
  readonly rows: readonly BudgetRow[];
  /** The total that the chapter states. */
  readonly stated?: Latency;
  readonly statedLine?: number;
  readonly clientTimeout?: Duration;
  readonly file: string;
}

/** One flow, end to end. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly summary?: string;
  /** The chapter's file, for places. */
  readonly file: string;
  /** In the order in which the lifelines stand from left to right. */
  readonly participants: readonly Participant[];
  readonly hops: readonly Hop[];
  readonly choices: readonly Choice[];
  readonly budget?: Budget;
  /** Prose of the scenario's own section, before its first hop. */
  readonly notes: Prose;
  readonly span: Span;
}
