import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { Because } from "../../model/verdict.ts";
import { nextHit } from "../../scene/find-messages.ts";
import type { Playable } from "../../session/results.ts";
import { useMeasure, useSession, useSessionState } from "../app/session-context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { narrow, useMedia } from "../shared/use-media.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { findLate } from "./find-late.ts";
import { BottomBar, type SheetName } from "./layout/BottomBar.tsx";
import { Splitter } from "./layout/Splitter.tsx";
import { useWaterfallHeight } from "./layout/use-waterfall-height.ts";
import { SessionPlayer } from "./player/SessionPlayer.tsx";
import { ChoiceGroups } from "./rail/ChoiceGroups.tsx";
import { LayersRail } from "./rail/LayersRail.tsx";
import { sayChosen } from "./rail/say-chosen.ts";
import { Stage } from "./stage/Stage.tsx";
import { StageToolbar } from "./toolbar/StageToolbar.tsx";
import { useWalk } from "./use-walk.ts";
import { VerdictBanner } from "./verdict/VerdictBanner.tsx";
import type { OnWhy } from "./waterfall/WaterfallTotals.tsx";
import "./walk.css";

const ProblemsDialog = lazy(async () => ({
  default: (await import("./problems/ProblemsDialog.tsx")).ProblemsDialog,
}));

const WhyDialog = lazy(async () => ({ default: (await import("./why/WhyDialog.tsx")).WhyDialog }));

/** These two come right after the stage, which can be played before they are there. Their room is kept free. */
const NotesHere = lazy(async () => ({ default: (await import("./notes/NotesHere.tsx")).NotesHere }));
const Waterfall = lazy(async () => ({ default: (await import("./waterfall/Waterfall.tsx")).Waterfall }));

const MermaidStage = lazy(async () => ({ default: (await import("../mermaid/MermaidStage.tsx")).MermaidStage }));

/** When everything else is there. */
const MedianSampler = lazy(async () => {
  await import("./waterfall/Waterfall.tsx");
  return { default: (await import("./rail/MedianSampler.tsx")).MedianSampler };
});

/** The main screen: verdict, layers, stage, notes, player and waterfall of one scenario. */
export function Walk({ playable }: { readonly playable: Playable }) {
  const session = useSession();
  const { actions, playhead, ports } = session;
  const measure = useMeasure();
  const isNarrow = useMedia(narrow);
  const [sheet, setSheet] = useState<SheetName | "problems" | undefined>();
  const [why, setWhy] = useState<{ readonly statement: string; readonly because: readonly Because[] } | undefined>();
  const onWhy = useCallback<OnWhy>((statement, because) => setWhy({ statement, because }), []);
  const choices = useRef<HTMLElement>(null);
  const waterfall = useWaterfallHeight();
  const walk = useWalk(playable);
  const { scenario, system, run, trace, track, verdict, hits } = walk;
  const spacing = useSessionState((state) => state.spacing);
  const mermaid = useSessionState((state) => state.drawer === "mermaid");
  const focusHop = useSessionState((state) => state.focusHop);

  const toMend = playable.chapter.problems.filter(({ severity }) => severity !== "info").length;
  const close = useCallback(() => setSheet(undefined), []);
  const onFocusHop = useCallback((hop: number | null) => actions.setFocus(hop ?? undefined), [actions]);
  const goTo = (message: number | undefined) => {
    const step = track.steps.findIndex(({ index }) => index === message);
    if (step >= 0) {
      actions.pause();
      actions.seek(step, 1);
    }
  };
  const onNextHit = (by: 1 | -1) => goTo(nextHit(hits, track.steps[playhead.get().step]?.index ?? -1, by));

  const rail = (
    <div className="walk-rail-parts">
      <LayersRail
        {...walk.rail}
        run={run}
        notReached={verdict.notReached}
        sides={walk.medians.sides}
        onToggle={actions.toggleFault}
        onSide={actions.chooseSide}
        onClear={actions.clearFaults}
      />
      {scenario.choices.length > 0 && (
        <section className="walk-choices" aria-label="Choices" ref={choices}>
          <ChoiceGroups
            choices={scenario.choices}
            chosen={run.choices}
            decisions={trace.decisions}
            differences={walk.medians.differences}
            broken={run.faults.length > 0}
            onChoose={actions.choose}
          />
        </section>
      )}
      <Suspense fallback={null}>
        <MedianSampler {...walk.changes} onDrawn={walk.medians.onDrawn} />
      </Suspense>
    </div>
  );
  const notes = (
    <Suspense fallback={null}>
      <NotesHere
        scenario={scenario}
        system={system}
        trace={trace}
        track={track}
        verdict={verdict}
        chapter={playable.chapter}
      />
    </Suspense>
  );
  const time = (
    <Suspense fallback={null}>
      <Waterfall
        scenario={scenario}
        system={system}
        trace={trace}
        healthy={walk.healthy}
        verdict={verdict}
        track={track}
        playhead={playhead}
        sampling={ports.sampling}
        onSeek={actions.seek}
        onWhy={onWhy}
      />
    </Suspense>
  );

  return (
    <main className="walk" data-outcome={verdict.outcome}>
      <ViewHeading className="visually-hidden">{scenario.title}</ViewHeading>
      <VerdictBanner
        verdict={verdict}
        words={walk.words}
        late={findLate(run, trace, system)}
        onFromStart={actions.home}
        onWhere={() => goTo(trace.messages.findIndex(({ n }) => n === verdict.message))}
        onWhy={() => onWhy(walk.words.headline, verdict.because)}
      />
      {!isNarrow && (
        <aside className="walk-rail" aria-label="Layers and choices">
          {rail}
          {scenario.choices.length > 0 && (
            <button type="button" className="walk-chosen" onClick={() => choices.current?.scrollIntoView()}>
              <span className="visually-hidden">To the choices: </span>
              {sayChosen(scenario, trace)}
            </button>
          )}
        </aside>
      )}
      <div className="walk-stage">
        <StageToolbar
          spacing={spacing}
          onSpacing={actions.setSpacing}
          mermaid={mermaid}
          onMermaid={() => actions.setDrawer("mermaid")}
          hops={scenario.hops}
          focusHop={focusHop}
          onFocusHop={actions.setFocus}
          find={walk.find}
          hits={hits.length}
          onFind={actions.setFind}
          onNextHit={onNextHit}
          onCompare={actions.toggleCompare}
          problems={toMend}
          toKnow={playable.chapter.problems.length - toMend}
          onProblems={() => setSheet("problems")}
        />
        {mermaid ? (
          <Suspense fallback={null}>
            <MermaidStage playable={playable} trace={trace} track={track} />
          </Suspense>
        ) : (
          <Stage
            scenario={scenario}
            system={system}
            trace={trace}
            verdict={verdict}
            track={track}
            playhead={playhead}
            spacing={spacing}
            focusHop={focusHop ?? null}
            faultsOn={walk.faultsOn}
            measure={measure}
            find={walk.find}
            onSeek={actions.seek}
            onFocusHop={onFocusHop}
            onChoose={actions.choose}
            onToggleFault={actions.toggleFault}
          />
        )}
      </div>
      {!isNarrow && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <aside className="walk-notes" aria-label="Notes" tabIndex={0}>
          {notes}
        </aside>
      )}
      <div className="walk-player">
        <SessionPlayer session={session} track={track} trace={trace} scenario={scenario} />
      </div>
      {!isNarrow && (
        <div className="walk-time">
          <Splitter label="Height of the waterfall" {...waterfall} />
          <div className="walk-waterfall" style={{ height: waterfall.value }}>
            {time}
          </div>
        </div>
      )}
      {isNarrow && <BottomBar faults={run.faults.length} onOpen={setSheet} />}
      <Dialog kind="sheet" open={isNarrow && sheet === "layers"} title="Layers and choices" onClose={close}>
        {rail}
      </Dialog>
      <Dialog kind="sheet" open={isNarrow && sheet === "notes"} title="Notes" onClose={close}>
        {notes}
      </Dialog>
      <Dialog kind="sheet" open={isNarrow && sheet === "time"} title="Where the time goes" onClose={close}>
        {time}
      </Dialog>
      {why && (
        <Suspense fallback={null}>
          <WhyDialog open {...why} onClose={() => setWhy(undefined)} />
        </Suspense>
      )}
      {sheet === "problems" && (
        <Suspense fallback={null}>
          <ProblemsDialog open chapter={playable.chapter} onClose={close} />
        </Suspense>
      )}
    </main>
  );
}
