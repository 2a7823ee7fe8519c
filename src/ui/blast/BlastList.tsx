import { useState } from "react";
import type { BlastRow } from "../../session/blast-rows.ts";
import { OutcomeMark } from "../shared/OutcomeMark.tsx";
import { TallyBar } from "./TallyBar.tsx";

interface BlastListProps {
  readonly rows: readonly BlastRow[];
  readonly blast: { readonly scenarios: readonly { readonly title: string }[] };
  readonly onOpen: (faults: readonly string[], column: number) => void;
}

/** So many rows at first: a phone need not lay out a thousand pairs. */
const atOnce = 60;

/** The grid for a narrow screen: a failure at a time, with the scenarios it touches inside. */
export function BlastList({ rows, blast, onOpen }: BlastListProps) {
  const [most, setMost] = useState(atOnce);
  return (
    <>
      <ul className="blast-list">
        {rows.slice(0, most).map((row) => (
          <BlastItem key={row.id} row={row} blast={blast} onOpen={onOpen} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" className="button blast-more" onClick={() => setMost(most + atOnce)}>
          Show {Math.min(atOnce, rows.length - most)} more of {rows.length}
        </button>
      )}
    </>
  );
}

function BlastItem({ row, blast, onOpen }: Omit<BlastListProps, "rows"> & { readonly row: BlastRow }) {
  const [open, setOpen] = useState(false);
  const touched = row.cells.filter(({ outcome }) => outcome !== "ok").length;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="blast-item-title">{row.title}</span>
          <span className="blast-item-said">{row.said}</span>
          <TallyBar tally={row.tally} />
        </summary>
        {open && (
          <ul>
            {row.cells.map(({ outcome, hop, worse }, column) =>
              outcome === "ok" ? null : (
                <li key={blast.scenarios[column]?.title}>
                  <button type="button" data-outcome={outcome} onClick={() => onOpen(row.faults, column)}>
                    <span className="blast-mark">
                      <OutcomeMark outcome={outcome} />
                    </span>
                    <span>
                      {blast.scenarios[column]?.title}
                      <small>
                        {outcome}
                        {hop === undefined ? "" : `, hop ${hop}`}
                        {worse ? ", worse than each alone" : ""}
                      </small>
                    </span>
                  </button>
                </li>
              ),
            )}
            {touched < row.cells.length && (
              <li className="blast-untouched">
                {touched === 0 ? "Touches no scenario" : `Does not touch the other ${row.cells.length - touched}`}
              </li>
            )}
          </ul>
        )}
      </details>
    </li>
  );
}
