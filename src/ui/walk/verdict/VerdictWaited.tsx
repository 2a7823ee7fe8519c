import { printInterval } from "../../../lib/print-duration.ts";
import type { Verdict } from "../../../model/verdict.ts";

/** How long the user waits, and for what. A path whose every leg is unstated adds up to nothing: no answer in 0 ms. */
export function VerdictWaited({ verdict }: { readonly verdict: Verdict }) {
  const fails = verdict.outcome === "failed" || verdict.outcome === "partial";
  if (verdict.waited.max === 0) {
    return (
      <p className="verdict-waited">
        <span className="verdict-until">times not documented</span>
      </p>
    );
  }
  return (
    <p className="verdict-waited">
      <span className="verdict-time">{printInterval(verdict.waited)}</span>{" "}
      <span className="verdict-until">{fails ? "until the user sees it" : "until the answer is there"}</span>
    </p>
  );
}
