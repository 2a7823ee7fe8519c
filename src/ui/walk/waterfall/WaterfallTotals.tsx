import type { ReactNode } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import type { Distribution } from "../../../model/distribution.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Because, Verdict } from "../../../model/verdict.ts";
import { sayInterval } from "../../../scene/say-interval.ts";

interface WaterfallTotalsProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly verdict: Verdict;
  readonly sampled?: Pick<Distribution, "p5" | "p50" | "p95">;
  readonly onWhy?: OnWhy;
}

/** Shows where a statement comes from. */
export type OnWhy = (statement: string, because: readonly Because[]) => void;

/** The totals side by side, each named for what it is; they need not agree, and that is worth seeing. */
export function WaterfallTotals({ scenario, trace, verdict, sampled, onWhy }: WaterfallTotalsProps) {
  const { budget } = scenario;
  const { total } = trace;
  const legs = total.max === null ? `at least ${printDuration(total.min)}` : sayInterval(total);
  const until = verdict.outcome === "failed" ? "until the error, from the legs" : "from the legs";
  const stated = trace.run.faults.length === 0 ? "stated by the chapter" : "stated by the chapter for a healthy run";
  const added: Because = {
    rule: "legs-add-up",
    text: "The least and the most of every leg the request passed are added up, end by end.",
    file: budget?.file ?? scenario.file,
    line: budget?.rows[0]?.line ?? scenario.span.line,
  };
  return (
    <p className="waterfall-totals">
      {total.max === 0 ? (
        <span className="waterfall-total">times not documented</span>
      ) : (
        <Total statement={`${legs} ${until}`} because={added} onWhy={onWhy}>
          <b>{legs}</b> {until}
        </Total>
      )}
      {sampled && (
        <Total
          statement={`${sayInterval({ min: sampled.p5, max: sampled.p95 })} sampled, half the runs below ${printDuration(sampled.p50)}`}
          because={{
            ...added,
            rule: "sampled",
            text: "Every stated range is drawn at random, again and again: nine runs in ten lie between p5 and p95.",
          }}
          onWhy={onWhy}
        >
          <b>{sayInterval({ min: sampled.p5, max: sampled.p95 })}</b> sampled (p5–p95)
        </Total>
      )}
      {budget?.stated && (
        <Total
          statement={`${budget.stated.text} ${stated}`}
          because={{
            rule: "stated-total",
            text: "The chapter states this total itself, for a request that nothing breaks.",
            file: budget.file,
            line: budget.statedLine ?? scenario.span.line,
          }}
          onWhy={onWhy}
        >
          <b>{budget.stated.text}</b> {stated}
        </Total>
      )}
    </p>
  );
}

function Total(props: {
  readonly statement: string;
  readonly because: Because;
  readonly onWhy: OnWhy | undefined;
  readonly children: ReactNode;
}) {
  const { statement, because, onWhy, children } = props;
  if (onWhy === undefined) {
    return (
      <span className="waterfall-total" title={because.text}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="waterfall-total is-link"
      title={`${because.text} Why?`}
      onClick={() => onWhy(statement, [because])}
    >
      {children}
    </button>
  );
}
