import { lazy, memo, type ReactNode, Suspense, useId, useMemo, useState } from "react";
import type { System } from "../../../model/chapter.ts";
import type { Distribution } from "../../../model/distribution.ts";
import type { PlayheadSource } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import type { Verdict } from "../../../model/verdict.ts";
import { layoutWaterfall } from "../../../scene/waterfall/layout-waterfall.ts";
import { showCritical } from "../../../scene/waterfall/show-critical.ts";
import type { Sampling } from "../../../session/ports/sampling.ts";
import type { Lit } from "./chart-item.ts";
import { WaterfallChart } from "./WaterfallChart.tsx";
import { WaterfallShare } from "./WaterfallShare.tsx";
import { WaterfallTable } from "./WaterfallTable.tsx";
import { type OnWhy, WaterfallTotals } from "./WaterfallTotals.tsx";
import "./waterfall.css";

/** Only when it is opened: its code, d3's histogram and the worker. */
const DistributionPanel = lazy(() =>
  import("../distribution/DistributionPanel.tsx").then((module) => ({ default: module.DistributionPanel })),
);

export interface WaterfallProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  /** The same run without failures, to say what a failure changes. */
  readonly healthy?: Trace;
  readonly verdict: Verdict;
  readonly track: Track;
  readonly playhead: PlayheadSource;
  /** The sampled total, where somebody has it already. */
  readonly sampled?: Pick<Distribution, "p5" | "p50" | "p95">;
  /** Where the distribution is drawn from; without it there is no such panel. */
  readonly sampling?: Sampling;
  readonly onSeek: (step: number, fraction: number) => void;
  /** Shows the rule and the line of the chapter that a figure comes from. */
  readonly onWhy?: OnWhy;
}

/** Latency bars, a row per hop, growing with the playhead; and where the time goes. */
export const Waterfall = memo(function Waterfall(props: WaterfallProps) {
  const { scenario, system, trace, healthy, verdict, track, playhead, sampling, onSeek, onWhy } = props;
  const waterfall = useMemo(() => layoutWaterfall(scenario, system, trace), [scenario, system, trace]);
  const [shown, setShown] = useState<"bars" | "distribution">("bars");
  const [drawn, setDrawn] = useState<{ readonly trace: Trace; readonly distribution: Distribution } | undefined>();
  // What the bar above points at; the rest is dimmed.
  const [lit, setLit] = useState<Lit>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const panel = useId();
  const critical = useMemo(
    () => showCritical(scenario, system, trace, healthy ?? trace),
    [scenario, system, trace, healthy],
  );
  const sampled = props.sampled ?? (drawn?.trace === trace ? drawn.distribution : undefined);

  const toggle = (key: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });

  return (
    <section className="waterfall" aria-label="Waterfall">
      <div className="waterfall-top">
        <WaterfallTotals
          scenario={scenario}
          trace={trace}
          verdict={verdict}
          {...(sampled ? { sampled } : {})}
          {...(onWhy ? { onWhy } : {})}
        />
        {sampling && (
          <button
            type="button"
            className="waterfall-switch"
            aria-expanded={shown === "distribution"}
            aria-controls={panel}
            onClick={() => setShown(shown === "bars" ? "distribution" : "bars")}
          >
            Distribution
          </button>
        )}
        <WaterfallShare scenario={scenario} system={system} trace={trace} onLight={setLit} />
      </div>
      {critical.sentence && <p className="waterfall-critical">{critical.sentence}</p>}
      {shown === "distribution" && sampling ? (
        <div id={panel} className="waterfall-distribution">
          <Suspense fallback={<Waiting>Opening the distribution…</Waiting>}>
            <DistributionPanel
              scenario={scenario}
              system={system}
              run={trace.run}
              healthy={(healthy ?? trace).total}
              sampling={sampling}
              onSampled={(distribution) => setDrawn({ trace, distribution })}
            />
          </Suspense>
        </div>
      ) : (
        <WaterfallChart
          waterfall={waterfall}
          {...(scenario.budget?.stated ? { stated: scenario.budget.stated } : {})}
          track={track}
          playhead={playhead}
          open={open}
          lit={lit}
          spare={critical.spare}
          onToggle={toggle}
          onSeek={onSeek}
        />
      )}
      <WaterfallTable scenario={scenario} waterfall={waterfall} open={open} />
    </section>
  );
});

function Waiting({ children }: { readonly children: ReactNode }) {
  return <p className="waterfall-waiting">{children}</p>;
}
