import { useEffect } from "react";
import type { Run } from "../../../model/run.ts";
import type { Playable } from "../../../session/results.ts";
import { type Changes, sampleMedians } from "../../../session/sample-medians.ts";
import { useSession } from "../../app/session-context.ts";
import type { Medians } from "./use-medians.ts";

interface MedianSamplerProps extends Changes {
  readonly playable: Playable;
  /** The run that the changes are of. */
  readonly run: Run;
  readonly onDrawn: (medians: Medians) => void;
}

/** Draws the medians of what choices and sides change, in a worker, and shows nothing itself. */
export function MedianSampler({ playable, run, differences, sides, onDrawn }: MedianSamplerProps) {
  const { ports } = useSession();
  useEffect(() => {
    let wanted = true;
    sampleMedians(ports.medians, playable, run, { differences, sides }, () => wanted).then(
      (drawn) => wanted && onDrawn({ of: differences, drawn }),
      // Without a worker the ranges are all there is to say.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [ports, playable, run, differences, sides, onDrawn]);
  return null;
}
