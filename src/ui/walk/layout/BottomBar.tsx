import { ChartGantt, Layers, ScrollText } from "lucide-react";
import "./bottom-bar.css";

export type SheetName = "layers" | "notes" | "time";

interface BottomBarProps {
  /** How many failures are on. */
  readonly faults: number;
  readonly onOpen: (sheet: SheetName) => void;
}

/** On a phone: what stands beside the stage elsewhere, as sheets. */
export function BottomBar({ faults, onOpen }: BottomBarProps) {
  return (
    <fieldset className="bottom-bar">
      <legend className="visually-hidden">Panels</legend>
      <button
        type="button"
        aria-haspopup="dialog"
        data-keys="failures"
        data-keys-opens="true"
        onClick={() => onOpen("layers")}
      >
        <Layers size={18} strokeWidth={1.8} aria-hidden />
        Layers
        {faults > 0 && (
          <span className="bottom-bar-count">
            {faults}
            <span className="visually-hidden"> failures on</span>
          </span>
        )}
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => onOpen("notes")}>
        <ScrollText size={18} strokeWidth={1.8} aria-hidden />
        Notes
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => onOpen("time")}>
        <ChartGantt size={18} strokeWidth={1.8} aria-hidden />
        Time
      </button>
    </fieldset>
  );
}
