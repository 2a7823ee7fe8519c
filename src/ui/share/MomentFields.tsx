import { ChevronDown, ChevronUp, X } from "lucide-react";
import type { Recording } from "../../session/recorded-moments.ts";

type RecordedMoment = Recording["moments"][number];

interface MomentFieldsProps {
  readonly moment: RecordedMoment;
  readonly n: number;
  readonly last: number;
  readonly onChange: (next: RecordedMoment) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** A recorded moment: what it is called, what is told, and its place among the others. */
export function MomentFields({ moment, n, last, onChange, onMove, onRemove }: MomentFieldsProps) {
  return (
    <li className="moments-item">
      <div className="moments-head">
        <span aria-hidden="true">{n}</span>
        <input
          aria-label={`Title of moment ${n}`}
          value={moment.title}
          onChange={(event) => onChange({ ...moment, title: event.target.value })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={`Move moment ${n} up`}
          disabled={n === 1}
          onClick={() => onMove(-1)}
        >
          <ChevronUp size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={`Move moment ${n} down`}
          disabled={n === last}
          onClick={() => onMove(1)}
        >
          <ChevronDown size={15} aria-hidden />
        </button>
        <button type="button" className="icon-button" aria-label={`Remove moment ${n}`} onClick={onRemove}>
          <X size={15} aria-hidden />
        </button>
      </div>
      <textarea
        aria-label={`What is told at moment ${n}`}
        placeholder="What happened, what was seen, what was done"
        rows={2}
        value={moment.text}
        onChange={(event) => onChange({ ...moment, text: event.target.value })}
      />
    </li>
  );
}
