import type { Fault } from "../../model/fault.ts";
import type { Latency } from "../../model/latency.ts";
import type { Duration } from "../../model/time.ts";
import type { At } from "../problem-list.ts";
import type { SharedChoice } from "../steps/choice-book.ts";
import type { SaidLayer } from "../system/layer-book.ts";

/** A fault as the front matter says it: only what it says, under the id of its table row. */
export interface FrontMatterFault {
  readonly id: string;
  readonly title?: string;
  readonly layer?: string;
  readonly when?: string;
  readonly said: Partial<Omit<Fault, "id" | "title" | "layer" | "when" | "inferred" | "file" | "line">>;
  readonly at: At;
}

export interface FrontMatterBudget {
  /** Scenario's id or title; undefined: the chapter's only or first one. */
  readonly scenario?: string;
  readonly total?: Latency;
  readonly clientTimeout?: Duration;
  readonly at: At;
}

export interface FrontMatter {
  readonly title?: string;
  readonly summary?: string;
  readonly type?: "chapter" | "walkthrough";
  readonly order: readonly string[];
  readonly layers: readonly SaidLayer[];
  readonly faults: readonly FrontMatterFault[];
  readonly choices: readonly SharedChoice[];
  readonly budgets: readonly FrontMatterBudget[];
}

export const noFrontMatter: FrontMatter = { order: [], layers: [], faults: [], choices: [], budgets: [] };
