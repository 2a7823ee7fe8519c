import type { System } from "../../model/chapter.ts";
import { type BlastView, blastOnly, blastSorts } from "../../session/state.ts";
import { useSession } from "../app/session-context.ts";

interface BlastToolsProps {
  readonly view: BlastView;
  readonly system: System;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly shown: number | undefined;
  readonly of: number | undefined;
}

const sortWords = { harm: "most harm first", order: "as in the chapter", name: "by name" };
const onlyWords = {
  failed: "that fail something",
  partial: "that fail some requests",
  degraded: "that degrade something",
  slow: "that slow something",
  worse: "worse together than alone",
};

/** What is shown, and in which order. All of it but the search is in the link. */
export function BlastTools({ view, system, text, onText, shown, of }: BlastToolsProps) {
  const { actions } = useSession();
  const { only: _only, layer: _layer, ...plain } = view;
  const set = (change: Partial<BlastView>): void => actions.setBlast({ ...view, ...change });
  const used = new Set(system.faults.map(({ layer }) => layer));
  return (
    <div className="blast-tools" role="toolbar" aria-label="Rows">
      <fieldset className="segmented" aria-label="At once">
        <button
          type="button"
          aria-pressed={!view.pairs}
          onClick={() => actions.setBlast({ sort: view.sort, pairs: false })}
        >
          One failure
        </button>
        <button
          type="button"
          aria-pressed={view.pairs}
          onClick={() => actions.setBlast({ sort: view.sort, pairs: true, only: "worse" })}
        >
          Two at once
        </button>
      </fieldset>
      <label className="blast-choice">
        Sort
        <select value={view.sort} onChange={(event) => set({ sort: event.target.value as BlastView["sort"] })}>
          {blastSorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortWords[sort]}
            </option>
          ))}
        </select>
      </label>
      <label className="blast-choice">
        Show
        <select
          value={view.only ?? ""}
          onChange={(event) => {
            const only = blastOnly.find((one) => one === event.target.value);
            const layer = view.layer === undefined ? {} : { layer: view.layer };
            actions.setBlast({ ...plain, ...layer, ...(only ? { only } : {}) });
          }}
        >
          <option value="">all</option>
          {blastOnly
            .filter((only) => only !== "worse" || view.pairs)
            .map((only) => (
              <option key={only} value={only}>
                {onlyWords[only]}
              </option>
            ))}
        </select>
      </label>
      <label className="blast-choice">
        Layer
        <select
          value={view.layer ?? ""}
          onChange={(event) => {
            const only = view.only === undefined ? {} : { only: view.only };
            actions.setBlast({
              ...plain,
              ...only,
              ...(event.target.value === "" ? {} : { layer: event.target.value }),
            });
          }}
        >
          <option value="">any</option>
          {system.layers
            .filter(({ id }) => used.has(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <input
        type="search"
        className="blast-search"
        placeholder="Search failures"
        aria-label="Search failures"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {shown !== undefined && of !== undefined && shown !== of && (
        <span className="blast-count" role="status">
          {shown} of {of}
        </span>
      )}
    </div>
  );
}
