import { memo } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import type { Scenario } from "../../../model/scenario.ts";
import { listRows } from "../../../scene/waterfall/layout-waterfall.ts";
import type { Waterfall, WaterfallRow } from "../../../scene/waterfall/waterfall.ts";

interface WaterfallTableProps {
  readonly scenario: Scenario;
  readonly waterfall: Waterfall;
  readonly open: ReadonlySet<string>;
}

/** The waterfall as a table, for those who hear it. */
export const WaterfallTable = memo(function WaterfallTable({ scenario, waterfall, open }: WaterfallTableProps) {
  return (
    // Around it, since Firefox cuts a table off without its caption.
    <div className="visually-hidden">
      <table>
        <caption>Latency of “{scenario.title}”, hop by hop</caption>
        <thead>
          <tr>
            <th scope="col">Hop or message</th>
            <th scope="col">Begins</th>
            <th scope="col">Takes</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {[...waterfall.rows, ...waterfall.asides]
            .flatMap((row) => listRows([row], open))
            .map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td>{row.bar ? printDuration(row.bar.at) : "–"}</td>
                <td>{row.figure === "" ? "–" : row.figure}</td>
                <td>{happened(row)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
});

function happened(row: WaterfallRow): string {
  if (row.note) return row.note;
  return row.tone === "slow" ? "slow" : row.tone === "failed" ? "failed" : "passed";
}
