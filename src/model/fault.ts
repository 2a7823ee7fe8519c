import type { Interval } from "../lib/interval.ts";
import type { FaultId, LayerId } from "./ids.ts";
import type { Condition } from "./latency.ts";

export const faultKinds = ["unresolved", "refused", "unreachable", "error", "slow", "rerouted", "lost"] as const;
/**
 * `unresolved`: a name look-up fails · `refused`: turned away at once · `unreachable`: nothing comes back, the caller
 * waits out its timeout · `error`: answered with a status · `slow`: takes longer · `rerouted`: succeeds elsewhere,
 * with added time · `lost`: an async message never arrives.
 */
export type FaultKind = (typeof faultKinds)[number];

/** Part of the requests a fault touches: a number in (0, 1], or "some" when the chapter gives none. */
export type Share = number | "some";

/** A layer's failure mode. */
export interface Fault {
  readonly id: FaultId;
  readonly title: string;
  readonly layer?: LayerId;
  readonly kind?: FaultKind;
  /** What the request does when nothing nearer says otherwise. */
  readonly then?: "fail" | "continue";
  readonly share?: Share;
  readonly status?: number;
  /** For `slow` and `rerouted`: milliseconds added to each bitten message. Unknown when left out. */
  readonly added?: Interval;
  /** For `slow`: what each bitten message's time is multiplied by. */
  readonly factor?: number;
  readonly when?: Condition;
  readonly userSees?: string;
  readonly recovery?: string;
  readonly check?: string;
  /** Names of the fields above that were concluded from the fault's own words, not said by the author. */
  readonly inferred: readonly string[];
  readonly file: string;
  readonly line: number;
}
