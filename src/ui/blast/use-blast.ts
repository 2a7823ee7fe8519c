import { startTransition, useEffect, useMemo, useState } from "react";
import { type BlastRow, listRows, pairRowSteps } from "../../session/blast-rows.ts";
import { blastSteps, pairSteps } from "../../session/compute-blast.ts";
import { inSlices } from "../../session/in-slices.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";

type Blast = ReturnType<typeof blastSteps> extends Generator<undefined, infer Result> ? Result : never;

/** The blast radius, computed between frames; undefined while it is under way. */
export function useBlast(
  whole: WholeLibrary,
  withPairs: boolean,
): { readonly blast?: Blast; readonly rows?: readonly BlastRow[] } {
  const { ports } = useSession();
  const scenarios = useMemo(() => whole.entries.map(({ scenario }) => scenario), [whole]);
  const blast = useSliced(
    useMemo(() => () => blastSteps(scenarios, whole.system), [scenarios, whole]),
    ports.clock,
  );
  const pairs = useSliced(
    useMemo(
      () => (withPairs && blast ? () => pairsAsRows(scenarios, whole.system, blast) : undefined),
      [withPairs, scenarios, whole, blast],
    ),
    ports.clock,
  );
  const rows = useMemo(() => {
    if (!blast) return undefined;
    if (!withPairs) return listRows(blast);
    return pairs;
  }, [blast, pairs, withPairs]);
  return { ...(blast ? { blast } : {}), ...(rows ? { rows } : {}) };
}

function* pairsAsRows(...[scenarios, system, blast]: Parameters<typeof pairSteps>) {
  return yield* pairRowSteps(blast, yield* pairSteps(scenarios, system, blast));
}

/** The end of a long job, which is begun anew when `begin` changes. */
function useSliced<Result>(
  begin: (() => Generator<undefined, Result>) | undefined,
  clock: Parameters<typeof inSlices>[0],
): Result | undefined {
  const [done, setDone] = useState<{ readonly of: typeof begin; readonly result: Result }>();
  useEffect(() => {
    if (!begin) return;
    let result: Result | undefined;
    function* job(start: () => Generator<undefined, Result>): Generator<undefined, void> {
      result = yield* start();
    }
    return inSlices(clock, job(begin), () => startTransition(() => setDone({ of: begin, result: result as Result })));
  }, [begin, clock]);
  return done && done.of === begin ? done.result : undefined;
}
