import { useRef } from "react";
import "./splitter.css";

interface SplitterProps {
  readonly label: string;
  /** Height of what is below it, CSS px. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A line that can be dragged, or moved with the arrow keys. */
export function Splitter({ label, value, least, most, onChange }: SplitterProps) {
  const grip = useRef<{ y: number; value: number } | undefined>(undefined);
  const limit = (next: number): number => Math.round(Math.min(most, Math.max(least, next)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is the pattern for a window splitter.
    <div
      role="separator"
      className="splitter"
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { y: event.clientY, value };
      }}
      onPointerMove={(event) => {
        if (grip.current) onChange(limit(grip.current.value + grip.current.y - event.clientY));
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onKeyDown={(event) => {
        const by = { ArrowUp: 16, ArrowDown: -16, PageUp: 80, PageDown: -80 }[event.key];
        if (by !== undefined) onChange(limit(value + by));
        else if (event.key === "Home") onChange(least);
        else if (event.key === "End") onChange(most);
        else return;
        event.preventDefault();
      }}
    />
  );
}
