import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { BlastRow } from "../../session/blast-rows.ts";
import { OutcomeMark } from "../shared/OutcomeMark.tsx";
import { moveInGrid, type Place } from "./move-in-grid.ts";
import { TallyBar } from "./TallyBar.tsx";
import { listShown, useGridWindow } from "./use-grid-window.ts";

interface BlastGridProps {
  readonly rows: readonly BlastRow[];
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly tally: BlastRow["tally"] }[];
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onOpen: (faults: readonly string[], column: number) => void;
  readonly label: string;
}

/** Sizes in CSS px. Many scenarios get narrow columns, their names turned. */
const rowHeight = 40;
const fewColumns = 10;
const size = { headWidth: 300, wide: 124, slim: 44, headHeight: 76, tallHead: 168 };

/** Failures × scenarios. Only what is in view is in the document; the arrows move from cell to cell, Enter plays it. */
export function BlastGrid({ rows, scenarios, place, onPlace, onOpen, label }: BlastGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [byKey, setByKey] = useState(0);
  const slim = scenarios.length > fewColumns;
  const columnWidth = slim ? size.slim : size.wide;
  const headHeight = slim ? size.tallHead : size.headHeight;
  const seen = useGridWindow(scroller, {
    rows: rows.length,
    columns: scenarios.length,
    rowHeight,
    columnWidth,
    headHeight,
    headWidth: size.headWidth,
  });
  const here = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, scenarios.length - 1) };

  // The cell the keyboard moved to is brought into view, then it gets the focus: it is always in the document.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (byKey === 0 || !box) return;
    const top = here.row * rowHeight;
    const left = here.column * columnWidth;
    const high = box.clientHeight - headHeight - rowHeight;
    const wide = box.clientWidth - size.headWidth - columnWidth;
    box.scrollTop = Math.max(Math.min(box.scrollTop, top), top - high);
    box.scrollLeft = Math.max(Math.min(box.scrollLeft, left), left - wide);
  }, [byKey, here.row, here.column, columnWidth, headHeight]);
  useEffect(() => {
    if (byKey === 0) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]');
    cell?.focus({ preventScroll: true });
  }, [byKey]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const row = rows[here.row];
    if ((event.key === "Enter" || event.key === " ") && row) {
      event.preventDefault();
      onOpen(row.faults, here.column);
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const next = moveInGrid(here, event.key, event.ctrlKey, { rows: rows.length, columns: scenarios.length, page });
    if (!next) return;
    event.preventDefault();
    onPlace(next);
    setByKey((n) => n + 1);
  }

  const columns = listShown(seen.columns, here.column);
  return (
    <div className="blast-scroller" ref={scroller} data-slim={slim || undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a windowed grid has no table around the cells that are not there. */}
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={scenarios.length + 1}
        className="blast-grid"
        style={{
          width: size.headWidth + scenarios.length * columnWidth,
          height: headHeight + rows.length * rowHeight,
        }}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus. */}
        <div role="row" aria-rowindex={1} className="blast-heads" style={{ height: headHeight }}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus. */}
          <div role="columnheader" aria-colindex={1} className="blast-corner" style={{ width: size.headWidth }}>
            Failure
          </div>
          {columns.map((column) => {
            const scenario = scenarios[column];
            if (!scenario) return null;
            const { id, title, tally } = scenario;
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above.
              // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus.
              <div
                key={`${id}-${column}`}
                role="columnheader"
                aria-colindex={column + 2}
                className="blast-column"
                title={title}
                data-here={column === here.column || undefined}
                style={{ left: size.headWidth + column * columnWidth, width: columnWidth }}
              >
                <span>{title}</span>
                <TallyBar tally={tally} />
              </div>
            );
          })}
        </div>
        {listShown(seen.rows, here.row).map((index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above.
            // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus.
            <div
              key={row.id}
              role="row"
              aria-rowindex={index + 2}
              className="blast-row"
              data-here={index === here.row || undefined}
              style={{ top: headHeight + index * rowHeight, height: rowHeight }}
            >
              {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus. */}
              <div
                role="rowheader"
                aria-colindex={1}
                className="blast-name"
                title={`${row.title}: ${row.said}`}
                style={{ width: size.headWidth }}
              >
                <span>{row.title}</span>
                <TallyBar tally={row.tally} />
                <span className="visually-hidden">, {row.said}</span>
              </div>
              {columns.map((column, at) => {
                const scenario = scenarios[column];
                const cell = row.cells[column];
                const before = column - (columns[at - 1] ?? -1) - 1;
                const isHere = index === here.row && column === here.column;
                if (!cell || !scenario) return null;
                const { id, title } = scenario;
                return (
                  // biome-ignore lint/a11y/useSemanticElements: see above.
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys.
                  <div
                    key={`${id}-${column}`}
                    role="gridcell"
                    aria-colindex={column + 2}
                    tabIndex={isHere ? 0 : -1}
                    // One label is much lighter than hidden words, and a narrow cell shows no words.
                    aria-label={slim ? `${row.title} in ${title}: ${sayCell(cell)}` : undefined}
                    className="blast-cell"
                    data-outcome={cell.outcome}
                    data-worse={cell.worse || undefined}
                    // In the row's flow: hundreds of positioned boxes would each be a layer to paint.
                    style={{ marginLeft: before * columnWidth || undefined, width: columnWidth }}
                    // Not when it is entered: cells that the arrows scroll under a resting pointer are not pointed at.
                    onPointerMove={() => !isHere && onPlace({ row: index, column })}
                    onFocus={() => !isHere && onPlace({ row: index, column })}
                    onClick={() => onOpen(row.faults, column)}
                  >
                    {!slim && (
                      <span className="visually-hidden">
                        {row.title} in {title}:{" "}
                      </span>
                    )}
                    <span className="blast-mark">
                      {cell.outcome === "ok" ? <i className="blast-dot" /> : <OutcomeMark outcome={cell.outcome} />}
                    </span>
                    {!slim && (
                      <span className={cell.outcome === "ok" ? "visually-hidden" : "blast-word"}>
                        {cell.outcome}
                        {cell.hop !== undefined && <small> hop {cell.hop}</small>}
                      </span>
                    )}
                    {!slim && cell.worse && <span className="visually-hidden"> and worse than each alone</span>}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function sayCell({ outcome, hop, worse }: BlastRow["cells"][number]): string {
  return `${outcome}${hop === undefined ? "" : ` hop ${hop}`}${worse ? " and worse than each alone" : ""}`;
}
