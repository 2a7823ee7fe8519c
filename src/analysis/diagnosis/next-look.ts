import type { FaultId, ScenarioId } from "../../model/ids.ts";
import { nameSymptom, type Way } from "./symptom.ts";

/** A suspect with its share of the likelihood; all shares make 1. */
export interface Weighted {
  readonly faults: readonly FaultId[];
  readonly share: number;
}

/** What a look may show, and whom that would speak for. */
export interface Split {
  /** In the words in which it would be recorded, such as `521`, `works`, `broken`. */
  readonly result: string;
  /** How likely the result is now, 0…1. */
  readonly chance: number;
  readonly suspects: readonly { readonly faults: readonly FaultId[]; readonly chance: number }[];
}

export interface Look {
  readonly kind: "scenario" | "check";
  readonly scenario?: ScenarioId;
  readonly fault?: FaultId;
  readonly command?: string;
  /** What the look is expected to tell, in bits: how much smaller the suspects' entropy will be. */
  readonly bits: number;
  readonly splits: readonly Split[];
}

/** Less than this tells nothing, bits. */
const tells = 1e-6;

/** What trying a scenario would tell about the suspects. `waysOf` gives its ways under a suspect. */
export function lookAtScenario(
  scenario: ScenarioId,
  suspects: readonly Weighted[],
  waysOf: (faults: readonly FaultId[]) => readonly Way[],
): Look {
  const results = new Map<string, { faults: readonly FaultId[]; chance: number; share: number }[]>();
  for (const { faults, share } of suspects) {
    const ways = waysOf(faults);
    const total = ways.reduce((sum, { chance }) => sum + chance, 0);
    const shown = new Map<string, number>();
    for (const { symptom, chance } of ways) {
      const name = nameSymptom(symptom);
      shown.set(name, (shown.get(name) ?? 0) + chance / total);
    }
    for (const [name, chance] of shown)
      if (chance > 0) results.set(name, [...(results.get(name) ?? []), { faults, chance, share }]);
  }
  return { kind: "scenario", scenario, ...measure(results, suspects) };
}

/** What a failure's own check would tell: it is broken, or it is fine. */
export function lookByCheck(fault: FaultId, command: string, suspects: readonly Weighted[]): Look {
  const spoken = (is: boolean) =>
    suspects.filter(({ faults }) => faults.includes(fault) === is).map((one) => ({ ...one, chance: 1 }));
  // Both can come out, even when only one of them would leave a suspect.
  const results = new Map([
    ["broken", spoken(true)],
    ["fine", spoken(false)],
  ]);
  return { kind: "check", fault, command, ...measure(results, suspects) };
}

/** The one that is expected to tell most first; of equals, a scenario, which anybody may try. */
export function orderLooks(looks: readonly Look[]): readonly Look[] {
  return looks
    .filter(({ bits }) => bits > tells)
    .toSorted((a, b) => (Math.abs(a.bits - b.bits) > tells ? b.bits - a.bits : rank(a) - rank(b)));
}

/**
 * What to propose of ordered looks: the best one and, since trying a scenario has no command, the best check beside it,
 * which needs none of the product.
 */
export function pickLooks([best, ...others]: readonly Look[]): readonly Look[] {
  if (!best) return [];
  const check = best.kind === "check" ? undefined : others.find(({ kind }) => kind === "check");
  return check ? [best, check] : [best];
}

function rank({ kind }: Look): number {
  return kind === "scenario" ? 0 : 1;
}

/** Expected information about the suspects: their entropy now, less their mean entropy once the result is known. */
function measure(
  results: ReadonlyMap<string, readonly { faults: readonly FaultId[]; chance: number; share: number }[]>,
  suspects: readonly Weighted[],
): Pick<Look, "bits" | "splits"> {
  const before = entropy(suspects.map(({ share }) => share));
  let after = 0;
  const splits: Split[] = [];
  for (const [result, those] of results) {
    const joint = those.map(({ chance, share }) => chance * share);
    const chance = joint.reduce((a, b) => a + b, 0);
    if (chance > 0) after += chance * entropy(joint.map((part) => part / chance));
    splits.push({ result, chance, suspects: those.map(({ faults, chance: each }) => ({ faults, chance: each })) });
  }
  splits.sort((a, b) => b.chance - a.chance);
  return { bits: Math.max(0, before - after), splits };
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
}
