import { Minus, MoveHorizontal, Plus } from "lucide-react";

interface DrawingToolsProps {
  /** 0 fits the width. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

const leastZoom = 0.25;
const mostZoom = 4;

/** Smaller, fitted, larger. */
export function DrawingTools({ zoom, onZoom }: DrawingToolsProps) {
  const zoomBy = (factor: number) => onZoom(Math.min(mostZoom, Math.max(leastZoom, (zoom || 1) * factor)));
  const icon = { size: 14, "aria-hidden": true } as const;
  return (
    <fieldset className="drawing-tools">
      <legend className="visually-hidden">Size of the drawing</legend>
      <button type="button" className="icon-button" aria-label="Smaller" title="Smaller" onClick={() => zoomBy(0.8)}>
        <Minus {...icon} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Fit the width"
        title="Fit the width"
        aria-pressed={zoom === 0}
        onClick={() => onZoom(zoom === 0 ? 1 : 0)}
      >
        <MoveHorizontal {...icon} />
      </button>
      <button type="button" className="icon-button" aria-label="Larger" title="Larger" onClick={() => zoomBy(1.25)}>
        <Plus {...icon} />
      </button>
    </fieldset>
  );
}
