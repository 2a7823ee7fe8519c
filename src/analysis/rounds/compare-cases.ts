import type { RoundCase } from "../../model/round.ts";

export function sameChoices(a: RoundCase, b: RoundCase): boolean {
  const names = Object.keys(a.choices);
  return names.length === Object.keys(b.choices).length && names.every((name) => a.choices[name] === b.choices[name]);
}

/** What the reader is told of a hidden failure. Two cases of the same symptom cannot be told apart by it. */
export function symptomOf({ outcome, userSees, status }: RoundCase): string {
  const partly = outcome === "partial" ? "some" : outcome === "slow" || outcome === "degraded" ? outcome : "all";
  return [partly, status ?? "", plainText(userSees ?? "")].join("|");
}

/** For telling texts apart: case, white space and the last stop do not count. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "")
    .trim();
}
