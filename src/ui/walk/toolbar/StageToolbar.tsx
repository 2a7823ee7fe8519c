import { ChevronDown, ChevronUp, Columns2, Focus, Info, Search, TriangleAlert, X } from "lucide-react";
import type { Hop } from "../../../model/hop.ts";
import type { Spacing } from "../../../session/state.ts";
import "../../shared/buttons.css";
import "../../shared/controls.css";
import "./stage-toolbar.css";

interface StageToolbarProps {
  readonly spacing: Spacing;
  readonly onSpacing: (spacing: Spacing) => void;
  /** True while Mermaid draws the run. */
  readonly mermaid: boolean;
  readonly onMermaid: () => void;
  readonly hops: readonly Hop[];
  readonly focusHop: number | undefined;
  readonly onFocusHop: (hop: number | undefined) => void;
  readonly find: string;
  /** How many messages are found. */
  readonly hits: number;
  readonly onFind: (text: string) => void;
  readonly onNextHit: (by: 1 | -1) => void;
  readonly onCompare: () => void;
  /** Errors and warnings. */
  readonly problems: number;
  /** What is no mistake but worth knowing. */
  readonly toKnow: number;
  readonly onProblems: () => void;
}

/** Spacing, focus and find, above the stage. */
export function StageToolbar(props: StageToolbarProps) {
  const { spacing, onSpacing, mermaid, hops, focusHop, onFocusHop, problems, toKnow, onProblems } = props;
  return (
    <div className="toolbar">
      <fieldset className="segmented">
        <legend className="visually-hidden">Drawn</legend>
        <button type="button" aria-pressed={!mermaid && spacing === "even"} onClick={() => onSpacing("even")}>
          Even
        </button>
        <button type="button" aria-pressed={!mermaid && spacing === "scale"} onClick={() => onSpacing("scale")}>
          To scale
        </button>
        <button type="button" aria-pressed={mermaid} title="As Mermaid draws it" onClick={props.onMermaid}>
          Mermaid
        </button>
      </fieldset>
      {hops.length > 1 && !mermaid && (
        <label className="toolbar-focus" data-focused={focusHop !== undefined || undefined}>
          <span className="visually-hidden">Hops on the stage</span>
          <select
            value={focusHop ?? ""}
            onChange={(event) => onFocusHop(event.target.value === "" ? undefined : Number(event.target.value))}
          >
            <option value="">All hops</option>
            {hops.map((hop) => (
              <option key={hop.n} value={hop.n}>
                {hop.n} {hop.title}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden />
          <Focus size={15} aria-hidden />
        </label>
      )}
      <button
        type="button"
        className="button toolbar-compare"
        title="Beside the healthy run (C)"
        onClick={props.onCompare}
      >
        <Columns2 size={14} aria-hidden />
        <span>Compare</span>
      </button>
      <Find {...props} />
      <button
        type="button"
        className="icon-button toolbar-problems"
        data-mend={problems > 0 || undefined}
        aria-haspopup="dialog"
        onClick={onProblems}
      >
        {problems > 0 ? <TriangleAlert size={14} aria-hidden /> : <Info size={14} aria-hidden />}
        <span>{problems > 0 ? problems : toKnow}</span>
        <span className="visually-hidden">{sayWhat(problems, toKnow)} in the chapter</span>
      </button>
    </div>
  );
}

/** What the number beside it counts. */
function sayWhat(problems: number, toKnow: number): string {
  const many = (problems || toKnow) === 1 ? "" : "s";
  return problems > 0 ? ` problem${many}` : ` thing${many} to know`;
}

function Find({ find, hits, onFind, onNextHit }: StageToolbarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all assistive technology yet.
    <div className="toolbar-find" role="search">
      <Search size={14} aria-hidden />
      <input
        type="text"
        inputMode="search"
        data-keys="find"
        aria-label="Find a message"
        placeholder="Find a message"
        value={find}
        onChange={(event) => onFind(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onNextHit(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") {
            onFind("");
            event.currentTarget.blur();
          } else return;
          event.preventDefault();
        }}
      />
      {find !== "" && (
        <>
          <span className="toolbar-hits" role="status">
            {hits === 0 ? "none" : hits}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label="Previous hit"
            disabled={hits === 0}
            onClick={() => onNextHit(-1)}
          >
            <ChevronUp size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label="Next hit"
            disabled={hits === 0}
            onClick={() => onNextHit(1)}
          >
            <ChevronDown size={14} aria-hidden />
          </button>
          <button type="button" className="icon-button" aria-label="Clear the search" onClick={() => onFind("")}>
            <X size={14} aria-hidden />
          </button>
        </>
      )}
    </div>
  );
}
