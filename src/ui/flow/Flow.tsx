import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { MeasureText } from "../../scene/measure-text.ts";
import type { FlowSession } from "../../session/flow-session.ts";
import { findLayerStates } from "../../session/layer-states.ts";
import type { Playable } from "../../session/results.ts";
import { firstLook } from "../shared/first-look.ts";
import { SessionPlayer } from "../walk/player/SessionPlayer.tsx";
import { ChoiceGroups } from "../walk/rail/ChoiceGroups.tsx";
import { LayersRail } from "../walk/rail/LayersRail.tsx";
import { makeRail } from "../walk/rail/make-rail.ts";
import { Stage } from "../walk/stage/Stage.tsx";
import { VerdictBanner } from "../walk/verdict/VerdictBanner.tsx";
import { findFlowKey } from "./flow-keys.ts";
import { letPageZoom } from "./let-page-zoom.ts";
import "./flow.css";

/** Everything, or the player without the failures, or the stage alone. */
export type FlowControls = "full" | "min" | "none";

interface FlowProps {
  readonly session: FlowSession;
  readonly playable: Playable;
  readonly controls: FlowControls;
  readonly measure: MeasureText;
  /** The language of the chapter's own words; the interface is English. */
  readonly lang?: string | undefined;
  /** What was left out or cannot be read, a sentence each. */
  readonly notes: readonly string[];
}

/** One scenario on someone else's page: verdict, stage, player and failures in a box of a given size. */
export function Flow({ session, playable, controls, measure, lang, notes }: FlowProps) {
  const { store, results, playhead, actions } = session;
  const root = useRef<HTMLElement>(null);
  const { run, spacing, focusHop } = useStore(store);
  const { scenario, system } = playable;
  const trace = results.trace(playable, run);
  const healthy = results.healthy(playable, run);
  const track = results.track(trace);
  const verdict = results.verdict(playable, trace);
  const layers = results.layers(playable, healthy);
  const rail = useMemo(() => makeRail(layers, findLayerStates(trace)), [layers, trace]);
  const faultsOn = useMemo(() => run.faults.map(({ id }) => id), [run.faults]);
  // What is read on someone else's page offers what can be switched, and no empty place for it.
  const offers = controls === "full" && scenario.choices.length + system.faults.length > 0;
  const failures = useRef<HTMLDetailsElement>(null);
  useEffect(() => (root.current ? letPageZoom(root.current) : undefined), []);
  useLayoutEffect(() => {
    if (offers && root.current) return openWhenWide(root.current, () => failures.current);
  }, [offers]);

  const onKeyDown = (event: KeyboardEvent) => {
    const act = findFlowKey(event.nativeEvent ?? event);
    if (!act) return;
    event.preventDefault();
    act(actions);
  };

  return (
    <section
      ref={root}
      className="flow"
      part="flow"
      data-controls={controls}
      data-outcome={verdict.outcome}
      aria-label={scenario.title}
      tabIndex={-1}
      lang="en"
      onKeyDown={onKeyDown}
    >
      {controls !== "none" && (
        <VerdictBanner
          verdict={verdict}
          words={results.words(playable, trace)}
          onFromStart={actions.home}
          headline="p"
          label={`Result of ${scenario.title}`}
        />
      )}
      {notes.length > 0 && (
        <details className="flow-notes">
          <summary>{notes.length === 1 ? "One thing was left out" : `${notes.length} things were left out`}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="flow-middle">
        {offers && (
          <details className="flow-rail" ref={failures} part="failures">
            <summary>Failures and choices{faultsOn.length > 0 && ` (${faultsOn.length} on)`}</summary>
            <div className="flow-rail-parts">
              <LayersRail
                {...rail}
                run={run}
                notReached={verdict.notReached}
                sides={results.sides(playable, trace)}
                onToggle={actions.toggleFault}
                onSide={actions.chooseSide}
                onClear={actions.clearFaults}
              />
              <div className="flow-choices">
                <ChoiceGroups
                  choices={scenario.choices}
                  chosen={run.choices}
                  decisions={trace.decisions}
                  differences={results.differences(playable, trace)}
                  broken={faultsOn.length > 0}
                  onChoose={actions.choose}
                />
              </div>
            </div>
          </details>
        )}
        <div className="flow-stage" lang={lang} part="stage">
          <Stage
            scenario={scenario}
            system={system}
            trace={trace}
            verdict={verdict}
            track={track}
            playhead={playhead}
            spacing={spacing}
            focusHop={focusHop ?? null}
            faultsOn={faultsOn}
            measure={measure}
            find=""
            label={`Stage of ${scenario.title}`}
            onSeek={actions.seek}
            onFocusHop={(hop) => actions.setFocus(hop ?? undefined)}
            onChoose={actions.choose}
            onToggleFault={actions.toggleFault}
          />
        </div>
      </div>
      {controls !== "none" && (
        <div className="flow-player" part="player">
          <SessionPlayer session={session} track={track} trace={trace} scenario={scenario} />
        </div>
      )}
    </section>
  );
}

/** From this width on (CSS px; flow.css says the same) failures stand beside the stage, below it they are folded under it. */
const wide = 720;

function openWhenWide(root: HTMLElement, failures: () => HTMLDetailsElement | null): () => void {
  let before: boolean | undefined;
  const look = () => {
    const now = root.clientWidth >= wide;
    const part = failures();
    if (now === before || !part) return;
    before = now;
    part.open = now;
  };
  firstLook(look);
  const observer = new ResizeObserver(look);
  observer.observe(root);
  return () => observer.disconnect();
}
