import { useMemo } from "react";
import type { ComparedRun } from "../../session/compare-runs.ts";
import { findLayerStates } from "../../session/layer-states.ts";
import type { Playable, Results } from "../../session/results.ts";
import type { Switches } from "../../session/state.ts";
import { chooseBranch, chooseSide, toggleFault } from "../../session/switches.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { ChoiceGroups } from "../walk/rail/ChoiceGroups.tsx";
import { LayersRail } from "../walk/rail/LayersRail.tsx";
import { MedianSampler } from "../walk/rail/MedianSampler.tsx";
import { makeRail } from "../walk/rail/make-rail.ts";
import { useMedians } from "../walk/rail/use-medians.ts";

interface RunDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly playable: Playable;
  readonly results: Results;
  readonly compared: ComparedRun;
  readonly onChange: (next: Partial<Switches>) => void;
  /** The other run's failures and choices, taken over. */
  readonly onSame: () => void;
  readonly onClose: () => void;
}

/** Failures and choices of one of the two runs; the other one stays as it is. */
export function RunDialog({ open, title, onClose, ...inside }: RunDialogProps) {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <Inside {...inside} />
    </Dialog>
  );
}

function Inside(props: Omit<RunDialogProps, "open" | "title" | "onClose">) {
  const { playable, results, compared, onChange, onSame } = props;
  const { scenario } = playable;
  const { run, trace, verdict } = compared;
  const healthy = results.healthy(playable, run);
  const layers = results.layers(playable, healthy);
  const differences = results.differences(playable, trace);
  const sides = results.sides(playable, trace);
  const medians = useMedians({ differences, sides });
  const rail = useMemo(() => makeRail(layers, findLayerStates(trace)), [layers, trace]);
  return (
    <div className="compare-pick">
      <p className="compare-pick-quick">
        <button
          type="button"
          className="button"
          disabled={run.faults.length === 0}
          onClick={() => onChange({ faults: [], sides: {} })}
        >
          Healthy
        </button>
        <button type="button" className="button" onClick={onSame}>
          As the other run
        </button>
      </p>
      {scenario.choices.length > 0 && (
        <section className="compare-pick-choices" aria-label="Choices">
          <ChoiceGroups
            choices={scenario.choices}
            chosen={run.choices}
            decisions={trace.decisions}
            differences={medians.differences}
            broken={run.faults.length > 0}
            onChoose={(choice, branch) => {
              const usual = scenario.choices.find(({ id }) => id === choice)?.default;
              onChange(chooseBranch(run, choice, branch, branch === usual));
            }}
          />
        </section>
      )}
      <LayersRail
        {...rail}
        run={run}
        notReached={verdict.notReached}
        sides={medians.sides}
        onToggle={(fault) => onChange(toggleFault(run, fault, undefined))}
        onSide={(fault, side) => onChange(chooseSide(run, fault, side))}
        onClear={() => onChange({ faults: [], sides: {} })}
      />
      <MedianSampler {...{ playable, run, differences, sides }} onDrawn={medians.onDrawn} />
    </div>
  );
}
