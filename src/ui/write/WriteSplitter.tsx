import { useRef } from "react";

interface WriteSplitterProps {
  /** Width of the text, in percent. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const least = 20;
const most = 80;

/** The line between text and stage: dragged, or moved with the arrow keys. */
export function WriteSplitter({ value, onChange }: WriteSplitterProps) {
  const dragged = useRef(false);
  const set = (next: number): void => onChange(Math.round(Math.min(most, Math.max(least, next))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is the pattern for a window splitter.
    <div
      role="separator"
      className="write-splitter"
      aria-label="Width of the text"
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = true;
      }}
      onPointerMove={(event) => {
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (dragged.current && box) set(((event.clientX - box.left) / box.width) * 100);
      }}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -2, ArrowRight: 2, PageDown: -10, PageUp: 10 }[event.key];
        if (by !== undefined) set(value + by);
        else if (event.key === "Home") set(least);
        else if (event.key === "End") set(most);
        else return;
        event.preventDefault();
      }}
    />
  );
}
