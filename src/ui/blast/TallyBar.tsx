import { outcomes } from "../../model/verdict.ts";
import type { BlastRow } from "../../session/blast-rows.ts";

/** A row's or column's outcomes as one bar; its words stand beside it or in a label. */
export function TallyBar({ tally }: { readonly tally: BlastRow["tally"] }) {
  const all = outcomes.reduce((sum, outcome) => sum + tally[outcome], 0);
  return (
    <span className="blast-bar" aria-hidden="true">
      {[...outcomes]
        .reverse()
        .map((outcome) =>
          tally[outcome] === 0 || outcome === "ok" ? null : (
            <i key={outcome} data-outcome={outcome} style={{ width: `${(100 * tally[outcome]) / all}%` }} />
          ),
        )}
    </span>
  );
}
