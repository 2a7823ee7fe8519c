import type { ReactNode } from "react";
import type { Distribution } from "../../../model/distribution.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Verdict } from "../../../model/verdict.ts";
import { formatRange, formatTime } from "../../../scene/format-time.ts";

interface WaterfallTotalsProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly verdict: Verdict;
  readonly sampled?: Pick<Distribution, "p5" | "p50" | "p95">;
  readonly onWhy?: (line: number) => void;
}

/** The totals side by side, each named for what it is; they need not agree, and that is worth seeing. */
export function WaterfallTotals({ scenario, trace, verdict, sampled, onWhy }: WaterfallTotalsProps) {
  const { budget } = scenario;
  const { total } = trace;
  const legs = total.max === null ? `at least ${formatTime(total.min)}` : formatRange(total);
  const until = verdict.outcome === "failed" ? "until the error, from the legs" : "from the legs";
  const line = budget?.rows[0]?.line ?? scenario.span.line;
  return (
    <p className="waterfall-totals">
      <Total title="The least and the most of every leg, added up" line={line} onWhy={onWhy}>
        <b>{legs}</b> {until}
      </Total>
      {sampled && (
        <Total
          title={`Drawn at random within each stated range; half the runs take less than ${formatTime(sampled.p50)}`}
        >
          <b>{formatRange({ min: sampled.p5, max: sampled.p95 })}</b> sampled (p5–p95)
        </Total>
      )}
      {budget?.stated && (
        <Total title="The total as the chapter states it" line={budget.statedLine} onWhy={onWhy}>
          <b>{budget.stated.text}</b> stated by the chapter
        </Total>
      )}
    </p>
  );
}

function Total(props: {
  readonly title: string;
  readonly line?: number | undefined;
  readonly onWhy?: ((line: number) => void) | undefined;
  readonly children: ReactNode;
}) {
  const { title, line, onWhy, children } = props;
  if (line === undefined || onWhy === undefined) {
    return (
      <span className="waterfall-total" title={title}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="waterfall-total is-link"
      title={`${title} (line ${line})`}
      onClick={() => onWhy(line)}
    >
      {children}
    </button>
  );
}
