import { Expand, Minus, MoveHorizontal, Plus } from "lucide-react";

interface StageToolsProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
  readonly onFullScreen: () => void;
}

export const leastZoom = 0.4;
export const mostZoom = 2.5;

export function clampZoom(zoom: number): number {
  return Math.min(mostZoom, Math.max(leastZoom, Math.round(zoom * 100) / 100));
}

/** Zoom, fit, full screen. */
export function StageTools({ zoom, onZoom, onFit, onFullScreen }: StageToolsProps) {
  const icon = { size: 14, "aria-hidden": true } as const;
  return (
    <fieldset className="stage-tools">
      <legend className="visually-hidden">Size of the stage</legend>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => onZoom(clampZoom(zoom / 1.2))}>
        <Minus {...icon} />
      </button>
      <button
        type="button"
        className="stage-zoom"
        aria-label={`Zoom ${Math.round(zoom * 100)} %, back to 100 %`}
        title="Back to 100 %"
        onClick={() => onZoom(1)}
      >
        {Math.round(zoom * 100)} %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => onZoom(clampZoom(zoom * 1.2))}>
        <Plus {...icon} />
      </button>
      <button type="button" aria-label="Fit the width" title="Fit the width" onClick={onFit}>
        <MoveHorizontal {...icon} />
      </button>
      <button type="button" aria-label="Full screen" title="Full screen" onClick={onFullScreen}>
        <Expand {...icon} />
      </button>
    </fieldset>
  );
}
