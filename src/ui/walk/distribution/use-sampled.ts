import { useEffect, useState } from "react";
import type { System } from "../../../model/chapter.ts";
import type { Distribution } from "../../../model/distribution.ts";
import type { Run } from "../../../model/run.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Sampling } from "../../../session/ports/sampling.ts";

/** How many runs are drawn. */
export const sampleCount = 100_000;

/** `last` keeps the picture of the run before, until the new one is there. */
export type Sampled =
  | { readonly kind: "sampling"; readonly share: number; readonly last?: Distribution }
  | { readonly kind: "done"; readonly distribution: Distribution }
  | { readonly kind: "cancelled"; readonly last?: Distribution }
  | { readonly kind: "failed"; readonly message: string };

/** Samples the run again whenever it changes; a new run cancels the last. */
export function useSampled(
  scenario: Scenario,
  system: System,
  run: Run,
  sampling: Sampling,
): { readonly sampled: Sampled; readonly cancel: () => void; readonly again: () => void } {
  const [sampled, setSampled] = useState<Sampled>({ kind: "sampling", share: 0 });
  const [round, setRound] = useState(0);
  const [stop, setStop] = useState<() => void>(() => () => {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is the wish to sample once more
  useEffect(() => {
    let current = true;
    setSampled((before) => ({ kind: "sampling", share: 0, ...keep(before) }));
    const underWay = sampling.sample({ scenario, system, run, samples: sampleCount }, (share) => {
      if (current) setSampled((before) => ({ kind: "sampling", share, ...keep(before) }));
    });
    underWay.done.then(
      (distribution) => {
        if (!current) return;
        if (distribution) setSampled({ kind: "done", distribution });
        else setSampled((before) => ({ kind: "cancelled", ...keep(before) }));
      },
      (reason: unknown) => {
        const message = reason instanceof Error ? reason.message : String(reason);
        if (current) setSampled({ kind: "failed", message });
      },
    );
    setStop(() => underWay.cancel);
    return () => {
      current = false;
      underWay.cancel();
    };
  }, [scenario, system, run, sampling, round]);

  return { sampled, cancel: stop, again: () => setRound((before) => before + 1) };
}

function keep(before: Sampled): { readonly last?: Distribution } {
  if (before.kind === "done") return { last: before.distribution };
  return before.kind !== "failed" && before.last ? { last: before.last } : {};
}
