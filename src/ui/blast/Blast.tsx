import { useCallback, useEffect, useMemo, useState } from "react";
import { arrangeRows, fitBlastView, sayLimitsOf } from "../../session/blast-rows.ts";
import { describeRun, linkToRun } from "../../session/describe-run.ts";
import type { Source } from "../../session/state.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { narrow, useMedia } from "../shared/use-media.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { BlastDetail } from "./BlastDetail.tsx";
import { BlastExport } from "./BlastExport.tsx";
import { BlastGrid } from "./BlastGrid.tsx";
import { BlastList } from "./BlastList.tsx";
import { BlastSummary } from "./BlastSummary.tsx";
import { BlastTools } from "./BlastTools.tsx";
import type { Place } from "./move-in-grid.ts";
import { useBlast } from "./use-blast.ts";

/** The grid with its tools, and what the cell that is looked at means. */
export function Blast({ whole, source }: { readonly whole: WholeLibrary; readonly source: Source }) {
  const { actions } = useSession();
  const view = useSessionState((state) => state.blast);
  const isNarrow = useMedia(narrow);
  const [text, setText] = useState("");
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const { blast, rows } = useBlast(whole, view.pairs);
  const shown = useMemo(
    () => (rows ? arrangeRows(rows, whole.system, view, text) : undefined),
    [rows, whole.system, view, text],
  );

  // A link may ask for what this library does not have: an empty grid would not say why.
  useEffect(() => {
    const fitted = fitBlastView(view, whole.system);
    if (fitted.view === view) return;
    for (const sentence of fitted.dropped) actions.tell("warn", sentence);
    actions.setBlast(fitted.view);
  }, [view, whole.system, actions]);

  const open = useCallback(
    (faults: readonly string[], column: number) => {
      const entry = whole.entries[column];
      if (!entry) return;
      const { at } = describeRun(entry.scenario, whole.system, faults);
      void actions.openLink(linkToRun(source, entry.chapter.id, entry.scenario.id, faults, at));
    },
    [whole, source, actions],
  );

  return (
    <main className="blast">
      <div className="blast-head">
        <div className="blast-titles">
          <ViewHeading className="eyebrow">Blast radius</ViewHeading>
          <p className="blast-title">{whole.title}</p>
        </div>
        {blast && <BlastSummary blast={blast} />}
        {blast && <BlastExport blast={blast} name={whole.title} />}
      </div>
      <BlastTools
        view={view}
        system={whole.system}
        text={text}
        onText={setText}
        shown={shown?.length}
        of={rows?.length}
      />
      {blast &&
        sayLimitsOf(blast).map((limit) => (
          <p key={limit} className="blast-limit">
            {limit}
          </p>
        ))}
      {!blast || !shown ? (
        <p className="blast-wait" role="status">
          Playing every failure against every scenario …
        </p>
      ) : shown.length === 0 ? (
        <p className="blast-wait" role="status">
          {view.pairs && view.only === "worse"
            ? "No two failures together break more than the worse of them alone."
            : "No failure fits what you look for."}
        </p>
      ) : isNarrow ? (
        <BlastList rows={shown} blast={blast} onOpen={open} />
      ) : (
        <>
          <BlastGrid
            rows={shown}
            scenarios={blast.scenarios}
            place={place}
            onPlace={setPlace}
            onOpen={open}
            label={view.pairs ? "Pairs of failures against scenarios" : "Failures against scenarios"}
          />
          <BlastDetail whole={whole} source={source} row={shown[place.row]} column={place.column} />
        </>
      )}
    </main>
  );
}
