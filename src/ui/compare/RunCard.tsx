import { Check, CircleSlash2, Clock, Minus, Pencil, X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { PlayheadSource } from "../../model/playhead.ts";
import type { Outcome } from "../../model/verdict.ts";
import { instantAt } from "../../player/position.ts";
import { sayInstant } from "../../scene/say-place.ts";
import type { ComparedRun } from "../../session/compare-runs.ts";
import { VerdictWaited } from "../walk/verdict/VerdictWaited.tsx";

const icons: Readonly<Record<Outcome, typeof X>> = {
  ok: Check,
  slow: Clock,
  degraded: Minus,
  partial: CircleSlash2,
  failed: X,
};

interface RunCardProps {
  readonly compared: ComparedRun;
  /** `First run` or `Second run`. */
  readonly which: string;
  readonly playhead: PlayheadSource;
  /** The `f` key opens the failures of this one. */
  readonly keyed: boolean;
  readonly onEdit: () => void;
}

/** Which run it is, what comes of it, and where on its own clock it stands. */
export function RunCard({ compared, which, playhead, keyed, onEdit }: RunCardProps) {
  const { verdict, words, name } = compared;
  const Icon = icons[verdict.outcome];
  return (
    <section className="compare-run" data-outcome={verdict.outcome} aria-label={`${which}: ${name}`}>
      <span className="compare-mark" aria-hidden="true">
        <Icon size={15} strokeWidth={2.5} />
      </span>
      <h2 className="compare-name" title={name}>
        {name}
      </h2>
      <button
        type="button"
        className="icon-button compare-edit"
        aria-haspopup="dialog"
        aria-label={`Change the ${which.toLowerCase()}`}
        title={`Change the ${which.toLowerCase()}`}
        {...(keyed ? { "data-keys": "failures", "data-keys-opens": "true" } : {})}
        onClick={onEdit}
      >
        <Pencil size={13} aria-hidden />
      </button>
      <p className="compare-said" role="status" aria-label={`Verdict, ${which.toLowerCase()}`}>
        {words.headline}
      </p>
      <div className="compare-times-of">
        <VerdictWaited verdict={verdict} />
        <Now compared={compared} playhead={playhead} />
      </div>
    </section>
  );
}

/** Written by the playhead, not by React. */
function Now({ compared, playhead }: Pick<RunCardProps, "compared" | "playhead">) {
  const text = useRef<HTMLSpanElement>(null);
  const { track, trace } = compared;
  const end = Math.max(trace.drawnEnd, track.steps.at(-1)?.until ?? 0);
  useEffect(() => {
    const write = () => {
      const said = `now at ${sayInstant(instantAt(track, playhead.get()), end)}`;
      if (text.current && text.current.textContent !== said) text.current.textContent = said;
    };
    write();
    return playhead.subscribe(write);
  }, [track, playhead, end]);
  return <span ref={text} className="compare-now" />;
}
