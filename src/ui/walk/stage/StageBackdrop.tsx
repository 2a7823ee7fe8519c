import type { ParticipantKey } from "../../../model/ids.ts";
import type { HeadState } from "../../../scene/head-states.ts";
import type { Frame, StageLayout } from "../../../scene/stage-layout.ts";
import { meets } from "../../../scene/visible-rows.ts";

interface StageBackdropProps {
  readonly layout: StageLayout;
  readonly states: ReadonlyMap<ParticipantKey, HeadState>;
  readonly top: number;
  readonly bottom: number;
}

/** What stands behind the messages: bands, lifelines, frames, activations, notes. Only what is near the view. */
export function StageBackdrop({ layout, states, top, bottom }: StageBackdropProps) {
  const near = <T extends { readonly y0: number; readonly y1: number }>(all: readonly T[]) =>
    all.filter((one) => meets(one, top, bottom));
  return (
    <div className="stage-backdrop" aria-hidden="true">
      {near(layout.bands).map((band) => (
        <div
          className="stage-band"
          key={`${band.kind}-${band.n}`}
          data-kind={band.kind}
          style={{ top: band.y0, height: band.y1 - band.y0, width: layout.width }}
        />
      ))}
      {near(layout.lifelines).map((line) => {
        const key = layout.lanes.lanes[line.lane]?.participant.key ?? "";
        return (
          <div
            className="stage-lifeline"
            key={`${line.lane}-${line.y0}`}
            data-health={states.get(key)}
            data-created={line.created || undefined}
            data-destroyed={line.destroyed || undefined}
            style={{ left: line.x, top: line.y0, height: line.y1 - line.y0 }}
          />
        );
      })}
      {/* Under the frames, whose labels they would cut. */}
      {near(layout.bars).map((bar) => (
        <div
          className="stage-bar"
          key={`${bar.x}-${bar.y0}`}
          style={{ left: bar.x, top: bar.y0, height: bar.y1 - bar.y0 }}
        />
      ))}
      {near(layout.frames).map((frame) => (
        <FrameBox frame={frame} key={`${frame.y0}-${frame.depth}`} />
      ))}
      {layout.notes
        .filter((note) => note.y + note.height >= top && note.y <= bottom)
        .map((note) => (
          <div
            className="stage-note"
            key={`${note.x}-${note.y}`}
            data-quiet={note.quiet || undefined}
            style={{ left: note.x, top: note.y, width: note.width, height: note.height }}
          >
            {note.lines.join("\n")}
          </div>
        ))}
    </div>
  );
}

function FrameBox({ frame }: { readonly frame: Frame }) {
  return (
    <div
      className="stage-frame"
      data-type={frame.type}
      style={{ left: frame.x0, top: frame.y0, width: frame.x1 - frame.x0, height: frame.y1 - frame.y0 }}
    >
      {frame.type === "rect" && frame.color !== undefined && (
        <span className="stage-rect" style={{ backgroundColor: frame.color }} />
      )}
      {frame.type !== "rect" && (
        <span className="stage-frame-label">
          <b>{frame.type}</b> {frame.text}
        </span>
      )}
      {frame.dividers.map((divider) => (
        <span className="stage-divider" key={divider.y} style={{ top: divider.y - frame.y0 }}>
          {divider.text}
        </span>
      ))}
    </div>
  );
}
