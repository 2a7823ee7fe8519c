import type { Interval } from "../../lib/interval.ts";
import type { BranchId, ChoiceId, FaultId, LayerId } from "../../model/ids.ts";
import type { Side } from "../../model/run.ts";
import type { Bite } from "../../model/trace.ts";

/** What a run looks like from outside, and where it was decided. */
export interface Symptom {
  readonly outcome: "ok" | "slow" | "degraded" | "failed";
  readonly status?: number;
  /** The caller hears nothing and waits out its timeout. */
  readonly silent: boolean;
  /** A name was not found. */
  readonly unresolved: boolean;
  /** Texts of the side effects that were lost. */
  readonly lost: readonly string[];
  /** How long the user waited; only where somebody saw how long it took. */
  readonly waited?: Interval;
  /** What the chapter says of it (what the user sees, what is lost, the failure's and the layer's name), as stems. */
  readonly says: ReadonlySet<string>;
  /** Whether those words themselves say that it is not always so. */
  readonly saysSometimes: boolean;
  readonly fault?: FaultId;
  readonly layer?: LayerId;
  readonly hop?: number;
  /** Of the message where it was decided, within the hop. */
  readonly message?: number;
  readonly effect?: Bite["effect"];
}

/** One way a scenario can go under some failures. */
export interface Way {
  readonly symptom: Symptom;
  /** How often, as far as shares and chances are stated; what nobody states is taken as evenly spread. */
  readonly chance: number;
  readonly choices: Readonly<Record<ChoiceId, BranchId>>;
  readonly sides: Readonly<Record<FaultId, Side>>;
}

/** What a person would call it in a word or two; `readSeen` reads it back. */
export function nameSymptom({ outcome, status, silent, unresolved }: Symptom): string {
  switch (outcome) {
    case "ok":
      return "works";
    case "slow":
      return "slow";
    case "degraded":
      return "incomplete";
    case "failed":
      return status !== undefined ? String(status) : unresolved ? "can't resolve" : silent ? "times out" : "fails";
  }
}
