import { useMemo } from "react";
import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import { sayInterval } from "../../scene/say-interval.ts";
import { shareAxis } from "../../scene/waterfall/common-waits.ts";
import { layoutBar } from "../../scene/waterfall/layout-bar.ts";
import { layoutWaterfall } from "../../scene/waterfall/layout-waterfall.ts";
import { makeTimeAxis, type TimeAxis } from "../../scene/waterfall/time-axis.ts";
import type { WaterfallRow } from "../../scene/waterfall/waterfall.ts";
import type { ComparedRun, SaidDifference } from "../../session/compare-runs.ts";

interface CompareTimesProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly said: readonly SaidDifference[];
}

/** The plot's own width; it is stretched to the room there is. */
const plot = 1000;
const barHeight = 7;

/** A row per hop with both runs' bars on one axis, and the figures beside them: a table that is a chart as well. */
export function CompareTimes({ scenario, system, a, b, said }: CompareTimesProps) {
  const left = useMemo(() => layoutWaterfall(scenario, system, a.trace), [scenario, system, a.trace]);
  const right = useMemo(() => layoutWaterfall(scenario, system, b.trace), [scenario, system, b.trace]);
  const axis = useMemo(
    () => makeTimeAxis(shareAxis(left, a.trace.drawnEnd, right, b.trace.drawnEnd), plot),
    [left, right, a.trace, b.trace],
  );
  const inLeft = byKey(left.rows);
  const inRight = byKey(right.rows);
  const rows = [...new Map([...inLeft, ...inRight])].sort(([, one], [, other]) => orderOf(one) - orderOf(other));
  const total = said.find(({ kind }) => kind === "total");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="compare-times" aria-label="Times" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Time of each hop in both runs, on one axis</caption>
        <thead>
          <tr>
            <th scope="col">Hop</th>
            <th scope="col" className="compare-plot">
              <span className="visually-hidden">Bars</span>
              <span className="compare-ticks" aria-hidden="true">
                {axis.ticks.map(({ at, text }) => (
                  <span key={at} style={{ left: `${(axis.x(at) / plot) * 100}%` }}>
                    {text}
                  </span>
                ))}
              </span>
            </th>
            <th scope="col">{a.name}</th>
            <th scope="col">{b.name}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, row]) => {
            const one = inLeft.get(key);
            const other = inRight.get(key);
            const difference =
              row.kind === "hop" ? said.find((each) => each.kind === "hop" && each.hop === row.hop) : undefined;
            return (
              <tr key={key} data-differs={difference !== undefined || !one || !other || undefined}>
                <th scope="row">{row.label}</th>
                <td className="compare-plot">
                  <Bars axis={axis} row={one} />
                  <Bars axis={axis} row={other} />
                </td>
                <td>{sayRow(one)}</td>
                <td>{sayRow(other)}</td>
                <td className="compare-by">
                  {difference ? (difference.by ?? "reached by one only") : one && other ? "same" : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr data-differs={total !== undefined || undefined}>
            <th scope="row">The user waits</th>
            <td className="compare-plot" />
            <td>{total?.a ?? sayWaited(a)}</td>
            <td>{total?.b ?? sayWaited(b)}</td>
            <td className="compare-by">{total?.by ?? "same"}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function byKey(rows: readonly WaterfallRow[]): ReadonlyMap<string, WaterfallRow> {
  return new Map(rows.map((row) => [row.key, row]));
}

/** The way back stands behind all hops. */
function orderOf({ kind, hop }: WaterfallRow): number {
  return kind === "hop" ? hop : Number.MAX_SAFE_INTEGER;
}

function sayWaited({ verdict }: ComparedRun): string {
  return verdict.waited.max === 0 ? "not documented" : sayInterval(verdict.waited);
}

function sayRow(row: WaterfallRow | undefined): string {
  return row ? [row.figure, row.note].filter(Boolean).join(", ") : "none";
}

function Bars({ axis, row }: { readonly axis: TimeAxis; readonly row: WaterfallRow | undefined }) {
  return (
    <svg
      className="compare-bars"
      viewBox={`0 0 ${plot} ${barHeight}`}
      preserveAspectRatio="none"
      data-tone={row?.tone}
      aria-hidden="true"
    >
      <path className="compare-line" d={`M0 ${barHeight / 2}H${plot}`} />
      {row?.bar &&
        layoutBar(row.bar, axis).map(({ kind, x0, x1 }) => (
          <rect key={`${kind}-${x0}`} data-kind={kind} x={x0} y={0} width={Math.max(2, x1 - x0)} height={barHeight} />
        ))}
    </svg>
  );
}
