import { startTransition, useEffect, useMemo, useState } from "react";
import { type Asked, askLibrary, type Diagnosis, diagnoseSteps } from "../../session/diagnose.ts";
import { readSaw, type Saw } from "../../session/diagnosis-subjects.ts";
import { inSlices } from "../../session/in-slices.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";

/** The diagnosis, worked out between frames; the one before stays until the next is there. */
export function useDiagnosis(
  whole: WholeLibrary,
  saw: readonly Saw[],
): { readonly asked: Asked; readonly diagnosis: Diagnosis | undefined; readonly unknown: readonly Saw[] } {
  const { ports } = useSession();
  const asked = useMemo(() => askLibrary(whole.entries, whole.system), [whole]);
  const read = useMemo(
    () => saw.map((one) => ({ one, observation: readSaw(whole.entries, whole.system, one) })),
    [saw, whole],
  );
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  useEffect(() => {
    let result: Diagnosis | undefined;
    function* job(): Generator<undefined, void> {
      result = yield* diagnoseSteps(
        asked,
        read.flatMap(({ observation }) => observation ?? []),
      );
    }
    return inSlices(ports.clock, job(), () => startTransition(() => setDiagnosis(result)));
  }, [asked, read, ports.clock]);
  const unknown = read.filter(({ observation }) => !observation).map(({ one }) => one);
  return { asked, diagnosis, unknown };
}
