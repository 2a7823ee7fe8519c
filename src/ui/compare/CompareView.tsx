import { ArrowLeftRight, X } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Playhead } from "../../model/playhead.ts";
import { layoutBeside } from "../../scene/layout-beside.ts";
import { compareWith, swapRuns } from "../../session/compare.ts";
import type { RunSide, SaidDifference } from "../../session/compare-runs.ts";
import { createOtherResults } from "../../session/compare-runs.ts";
import type { Playable } from "../../session/results.ts";
import type { Switches } from "../../session/state.ts";
import { chooseBranch, toggleFault } from "../../session/switches.ts";
import { useMeasure, usePlayhead, useSession, useSessionState } from "../app/session-context.ts";
import { narrow, useMedia } from "../shared/use-media.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { SessionPlayer } from "../walk/player/SessionPlayer.tsx";
import { Stage } from "../walk/stage/Stage.tsx";
import { CompareTimes } from "./CompareTimes.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { RunCard } from "./RunCard.tsx";
import { RunDialog } from "./RunDialog.tsx";
import { findStep, nextStep } from "./seek-difference.ts";
import { useCompared } from "./use-compared.ts";
import { useScrollTogether } from "./use-scroll-together.ts";
import "../walk/verdict/verdict-banner.css";
import "../shared/buttons.css";
import "../shared/controls.css";
import "./compare.css";
import "./compare-stages.css";
import "./differences.css";
import "./compare-times.css";
import "./compare-pick.css";
import "./compare-media.css";

const sides = ["a", "b"] as const;
const which: Readonly<Record<RunSide, string>> = { a: "First run", b: "Second run" };

/** Two runs of one scenario under one playhead: side by side, or one above the other where there is no room for that. */
export function CompareView({ playable }: { readonly playable: Playable }) {
  const session = useSession();
  const { actions, playhead } = session;
  const { scenario, system } = playable;
  const measure = useMeasure();
  const isNarrow = useMedia(narrow);
  const compared = useCompared(playable);
  const { joined, said, playheads, markdown } = compared;
  const { track, trace } = joined.joined;
  const focusHop = useSessionState((state) => state.focusHop);
  const [shown, setShown] = useState<RunSide | "both">("both");
  const [edited, setEdited] = useState<RunSide | undefined>();
  const zooming = useState(1);
  const stages = useRef<HTMLDivElement>(null);
  const pickResults = useMemo(createOtherResults, []);
  const visible = isNarrow && shown !== "both" ? [shown] : sides;
  useScrollTogether(stages, visible.join());

  const layOut = useMemo(
    () => ({ a: layoutBeside(compared.b.trace), b: layoutBeside(compared.a.trace) }),
    [compared.a.trace, compared.b.trace],
  );
  const steps = useMemo(() => said.map((one) => findStep(joined, one)), [said, joined]);
  const here = usePlayhead(useCallback((at: Playhead) => at.step, []));
  const current = useMemo(() => new Set(said.filter((_, i) => steps[i] === here)), [said, steps, here]);

  const seek = (step: number) => {
    actions.pause();
    actions.seek(step, 1);
  };
  const go = (by: 1 | -1) => {
    const step = nextStep(steps, playhead.get().step, by);
    if (step !== undefined) seek(step);
  };
  /** Changes one of the runs and leaves the other as it is. */
  const change = (side: RunSide, next: Partial<Switches>) => {
    const a: Switches = { ...compared.a.run, ...(side === "a" ? next : {}) };
    const b: Switches = { ...compared.b.run, ...(side === "b" ? next : {}) };
    actions.setCompare(compareWith(scenario, b, a), side === "b" ? next : {});
  };
  const swap = () => {
    const { a, b } = compared;
    const swapped = swapRuns(scenario, b.run, compareWith(scenario, b.run, a.run));
    actions.setCompare(swapped.compare, swapped.run);
  };

  return (
    <main className="compare" data-shown={isNarrow ? shown : "both"}>
      <ViewHeading className="visually-hidden">
        {compared.a.name} compared with {compared.b.name}
      </ViewHeading>
      {sides.map((side) => (
        <div key={side} className={`compare-head compare-head-${side}`}>
          <RunCard
            compared={compared[side]}
            which={which[side]}
            playhead={playheads[side]}
            keyed={side === "b"}
            onEdit={() => setEdited(side)}
          />
        </div>
      ))}
      <div className="compare-tools">
        <button type="button" className="button" aria-label="Swap the runs" title="Swap the runs" onClick={swap}>
          <ArrowLeftRight size={14} aria-hidden />
          <span>Swap</span>
        </button>
        {isNarrow && (
          <fieldset className="segmented">
            <legend className="visually-hidden">Stages on screen</legend>
            {(["both", ...sides] as const).map((one) => (
              <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
                {one === "both" ? "Both" : one === "a" ? "First" : "Second"}
              </button>
            ))}
          </fieldset>
        )}
        <button type="button" className="button" title="Stop comparing (C)" onClick={actions.toggleCompare}>
          <X size={14} aria-hidden />
          <span>Stop comparing</span>
        </button>
      </div>
      <div className="compare-stages" ref={stages}>
        {visible.map((side) => (
          <Stage
            key={side}
            label={`Stage, ${which[side].toLowerCase()}: ${compared[side].name}`}
            scenario={scenario}
            system={system}
            trace={compared[side].trace}
            verdict={compared[side].verdict}
            track={compared[side].track}
            playhead={playheads[side]}
            spacing="even"
            focusHop={focusHop ?? null}
            faultsOn={compared[side].run.faults.map(({ id }) => id)}
            measure={measure}
            find=""
            layOut={layOut[side]}
            zooming={zooming}
            marked={compared[side].marked}
            onSeek={(step, fraction = 1) => actions.seek(joined.stepOf(side, step), fraction)}
            onFocusHop={(hop) => actions.setFocus(hop ?? undefined)}
            onChoose={(choice, branch) => {
              const usual = scenario.choices.find(({ id }) => id === choice)?.default;
              change(side, chooseBranch(compared[side].run, choice, branch, branch === usual));
            }}
            onToggleFault={(fault) => change(side, toggleFault(compared[side].run, fault, undefined))}
          />
        ))}
      </div>
      <DifferenceList
        scenario={scenario}
        names={{ a: compared.a.name, b: compared.b.name }}
        said={said}
        here={current}
        markdown={markdown}
        onSeek={(one: SaidDifference) => seek(findStep(joined, one))}
        onSeekKey={(key) => {
          const step = joined.keys.indexOf(key);
          if (step >= 0) seek(step);
        }}
        onNext={go}
        canGo={(by) => nextStep(steps, here, by) !== undefined}
      />
      <div className="compare-player">
        <SessionPlayer session={session} track={track} trace={trace} scenario={scenario} joined />
      </div>
      <CompareTimes scenario={scenario} system={system} a={compared.a} b={compared.b} said={said} />
      {sides.map((side) => (
        <RunDialog
          key={side}
          open={edited === side}
          title={`${which[side]}: ${compared[side].name}`}
          playable={playable}
          results={pickResults}
          compared={compared[side]}
          onChange={(next) => change(side, next)}
          onSame={() => {
            const { faults, choices, sides: looked } = compared[side === "a" ? "b" : "a"].run;
            change(side, { faults, choices, sides: looked });
          }}
          onClose={() => setEdited(undefined)}
        />
      ))}
    </main>
  );
}
