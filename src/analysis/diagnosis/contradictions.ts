import { type Fit, fitOf, type Weight } from "./weigh.ts";

/** Which observations have an explanation, and which two have one together, over all that was weighed. */
export interface Explained {
  note(weights: readonly Weight[]): void;
  /** Whether something at least allows it. */
  allowed(at: number): boolean;
  explained(at: number): boolean;
  /** Two observations, by index, that each have an explanation and together have none. */
  contradictions(): readonly (readonly [number, number])[];
}

export function watchExplained(count: number): Explained {
  const allowed = new Set<number>();
  const together = new Set<number>();
  const note = (weights: readonly Weight[]): void => {
    const fits = weights.map(fitOf);
    const those = (wanted: (fit: Fit) => boolean) => fits.flatMap((fit, at) => (wanted(fit) ? [at] : []));
    for (const at of those((fit) => fit !== "contradicts")) allowed.add(at);
    const explained = those((fit) => fit === "explains");
    for (const a of explained) for (const b of explained) together.add(a * count + b);
  };
  const explained = (at: number): boolean => together.has(at * count + at);
  return {
    note,
    allowed: (at) => allowed.has(at),
    explained,
    contradictions: () => {
      const found: [number, number][] = [];
      for (let a = 0; a < count; a++) {
        for (let b = a + 1; b < count; b++) {
          if (explained(a) && explained(b) && !together.has(a * count + b)) found.push([a, b]);
        }
      }
      return found;
    },
  };
}
