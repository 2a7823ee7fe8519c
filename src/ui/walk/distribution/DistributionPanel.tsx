import { useEffect, useEffectEvent, useId, useMemo, useState } from "react";
import type { Interval } from "../../../lib/interval.ts";
import { printDuration } from "../../../lib/print-duration.ts";
import type { System } from "../../../model/chapter.ts";
import { type Distribution, shareOver } from "../../../model/distribution.ts";
import type { Run } from "../../../model/run.ts";
import type { Scenario } from "../../../model/scenario.ts";
import { listStated } from "../../../scene/layout-histogram.ts";
import { sayInterval } from "../../../scene/say-interval.ts";
import type { Sampling } from "../../../session/ports/sampling.ts";
import { DistributionPlot } from "./DistributionPlot.tsx";
import { sampleCount, useSampled } from "./use-sampled.ts";
import "./distribution.css";

export interface DistributionPanelProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly run: Run;
  /** What the legs add up to without a failure. */
  readonly healthy: Interval;
  readonly sampling: Sampling;
  readonly onSampled?: (distribution: Distribution) => void;
}

/** How long the client waits over many runs drawn at random, and how many of them outlast its patience. */
export function DistributionPanel({ scenario, system, run, healthy, sampling, onSampled }: DistributionPanelProps) {
  const { sampled, cancel, again } = useSampled(scenario, system, run, sampling);
  const { budget } = scenario;
  const [timeoutText, setTimeoutText] = useState(() => String(budget?.clientTimeout ?? ""));
  const timeout = readTimeout(timeoutText);
  const id = useId();
  const stated = useMemo(() => listStated(budget, healthy), [budget, healthy]);

  const tell = useEffectEvent((distribution: Distribution) => onSampled?.(distribution));
  useEffect(() => {
    if (sampled.kind === "done") tell(sampled.distribution);
  }, [sampled]);

  const distribution =
    sampled.kind === "done" ? sampled.distribution : sampled.kind === "failed" ? undefined : sampled.last;

  return (
    <section className="distribution" aria-label="Distribution">
      <div className="distribution-plot-box" aria-busy={sampled.kind === "sampling"}>
        {distribution && (
          <DistributionPlot
            distribution={distribution}
            stale={sampled.kind !== "done"}
            stated={stated}
            {...(timeout === undefined ? {} : { timeout })}
          />
        )}
        {sampled.kind === "sampling" && (
          <div className="distribution-progress">
            <progress max={1} value={sampled.share} aria-label="Sampling" />
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </div>
        )}
        {sampled.kind === "cancelled" && <Again text="Sampling was cancelled." onAgain={again} />}
        {sampled.kind === "failed" && <Again text={`Sampling failed: ${sampled.message}`} onAgain={again} />}
      </div>
      <div className="distribution-facts">
        <div className="distribution-timeout">
          <label htmlFor={id}>Client timeout (ms)</label>
          <input
            id={id}
            type="number"
            inputMode="decimal"
            min={0}
            step="any"
            placeholder="none"
            value={timeoutText}
            onChange={(event) => setTimeoutText(event.currentTarget.value)}
          />
        </div>
        {distribution && (
          <>
            <dl>
              <Fact name="over the timeout">
                {timeout === undefined ? "–" : percent(shareOver(distribution, timeout))}
              </Fact>
              <Fact name="fail">{percent(distribution.failed)}</Fact>
              <Fact name="slowed by a failure, answered">{percent(distribution.slow)}</Fact>
              <Fact name="p50 · p95 · p99">
                {[distribution.p50, distribution.p95, distribution.p99].map((at) => printDuration(at)).join(" · ")}
              </Fact>
              <Fact name="least–most drawn">
                {sayInterval({ min: distribution.sorted[0] ?? 0, max: distribution.sorted.at(-1) ?? 0 })}
              </Fact>
            </dl>
            <p className="distribution-note">
              {distribution.samples.toLocaleString("en")} of {sampleCount.toLocaleString("en")} runs, seed {run.seed}.
              Each stated range is drawn once a run: evenly, or log-normal where the chapter gives percentiles.
              {distribution.open && " Waits that nobody documents count as 0, so real ones are longer."}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Again({ text, onAgain }: { readonly text: string; readonly onAgain: () => void }) {
  return (
    <p className="distribution-again" role="status">
      {text}{" "}
      <button type="button" onClick={onAgain}>
        Sample again
      </button>
    </p>
  );
}

function readTimeout(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Never rounded to a certainty that it is not. */
function percent(share: number): string {
  if (share === 0) return "0 %";
  if (share === 1) return "100 %";
  if (share < 0.001) return "under 0.1 %";
  if (share > 0.999) return "over 99.9 %";
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
