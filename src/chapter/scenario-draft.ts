import type { LayerId, ScenarioId } from "../model/ids.ts";
import type { Figure, Latency } from "../model/latency.ts";
import type { Span } from "../model/place.ts";
import type { Prose } from "../model/prose.ts";
import type { Budget, BudgetRow } from "../model/scenario.ts";
import type { Step } from "../model/step.ts";
import type { Lifeline } from "./lifelines/unify-lifelines.ts";
import type { ChoiceBook } from "./steps/choice-book.ts";

/** A hop while faults may still add layers to its messages. */
export interface HopDraft {
  readonly n: number;
  readonly title: string;
  figure?: Figure;
  figureFrom?: "hop" | "budget";
  /** What the section's prose states, for the findings; it may differ from the figure that counts. */
  readonly stated?: { readonly cases: readonly Latency[]; readonly span: Span };
  /** The budget row about this hop. */
  row?: BudgetRow;
  steps: readonly Step[];
  readonly notes: Prose;
  readonly found?: boolean;
  /** The lifelines of its fences. */
  readonly lifelines: readonly Lifeline[];
  readonly span: Span;
}

export interface ScenarioDraft {
  id: ScenarioId;
  readonly title: string;
  readonly file: string;
  readonly lifelines: readonly Lifeline[];
  /** The layer each lifeline is covered by, as far as it is known. */
  readonly layerOf: Map<Lifeline, LayerId>;
  readonly hops: readonly HopDraft[];
  readonly choices: ChoiceBook;
  budget?: Budget;
  readonly notes: Prose;
  readonly span: Span;
}

/** What a lifeline of the hop is called: its labels, then its ids. */
export function namesOf(hop: HopDraft, key: string | undefined): string[] {
  const lifeline = hop.lifelines.find((each) => each.key === key);
  return lifeline ? [...new Set([...lifeline.namings.map((naming) => naming.label), ...lifeline.ids])] : [];
}
