import { startTransition, useEffect, useMemo, useState } from "react";
import { type Asked, askLibrary, type Diagnosis, diagnoseSteps, type Observation } from "../../session/diagnose.ts";
import { readSaw, type Saw } from "../../session/diagnosis-subjects.ts";
import { inSlices } from "../../session/in-slices.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";

/** What comes of what was said. */
export interface Answer {
  readonly saw: readonly Saw[];
  readonly diagnosis: Diagnosis;
  /** What was said of nothing in this library. */
  readonly unknown: readonly Saw[];
}

/** The answer, worked out between frames; the one before stays until the next is there. */
export function useDiagnosis(
  whole: WholeLibrary,
  saw: readonly Saw[],
): { readonly asked: Asked; readonly answer: Answer | undefined } {
  const { ports } = useSession();
  const asked = useMemo(() => askLibrary(whole.entries, whole.system), [whole]);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let next: Answer | undefined;
    function* job(): Generator<undefined, void> {
      const observations: Observation[] = [];
      const unknown: Saw[] = [];
      for (const one of saw) {
        const observation = readSaw(whole.entries, whole.system, one);
        if (observation) observations.push(observation);
        else unknown.push(one);
        yield;
      }
      next = { saw, diagnosis: yield* diagnoseSteps(asked, observations), unknown };
    }
    return inSlices(ports.clock, job(), () => startTransition(() => setAnswer(next)));
  }, [asked, saw, whole, ports.clock]);
  return { asked, answer };
}
