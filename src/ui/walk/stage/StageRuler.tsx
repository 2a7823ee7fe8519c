import { useMemo } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import { drawLine } from "../../../scene/arrow-path.ts";
import type { StageLayout } from "../../../scene/stage-layout.ts";
import { markRuler } from "../../../scene/time-scale.ts";
import { meets } from "../../../scene/visible-rows.ts";

interface StageRulerProps {
  readonly layout: StageLayout;
  readonly top: number;
  readonly bottom: number;
}

/** Where the ruler's axis stands, in pixels from the left. */
const axisX = 55.5;

/** The drawn time beside a ladder: solid where it is to scale, dotted where it stands still, a zigzag where it is cut. */
export function StageRuler({ layout, top, bottom }: StageRulerProps) {
  const marks = useMemo(() => markRuler(layout.axis), [layout]);
  const from = Math.max(0, top);
  const until = Math.min(layout.height, bottom);
  return (
    <div className="stage-ruler" aria-hidden="true">
      <svg
        aria-hidden="true"
        width="60"
        height={Math.max(0, until - from)}
        style={{ marginTop: from }}
        viewBox={`0 ${from} 60 ${Math.max(1, until - from)}`}
      >
        {layout.axis
          .filter((piece) => meets(piece, from, until))
          .map((piece) => (
            <path
              key={`${piece.y0}-${piece.kind}`}
              className="stage-axis"
              data-kind={piece.kind}
              d={drawLine({ x: axisX, y: piece.y0 }, { x: axisX, y: piece.y1 }, piece.kind === "cut")}
            />
          ))}
        {marks
          .filter((mark) => mark.y >= from && mark.y <= until)
          .map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity of their own
            <g key={index}>
              <path
                className="stage-tick"
                d={`M${axisX - (mark.labelled ? 5 : 3)} ${Math.round(mark.y) + 0.5}H${axisX}`}
              />
              {mark.labelled && (
                <text className="stage-tick-text" x={axisX - 8} y={mark.y + 4} textAnchor="end">
                  {printDuration(mark.t)}
                </text>
              )}
            </g>
          ))}
      </svg>
    </div>
  );
}
