import type { System } from "../../../model/chapter.ts";
import type { Hop } from "../../../model/hop.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Verdict } from "../../../model/verdict.ts";
import { hopTime } from "../../../scene/hop-time.ts";
import { Prose } from "../../prose/Prose.tsx";
import { RepairCard } from "./RepairCard.tsx";
import "./notes-panel.css";

interface NotesPanelProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly verdict: Verdict;
  /** The hop where the playhead is; none before the first message. */
  readonly hop: Hop | undefined;
}

/** What to know and what to do: the failing layer's repair, then the notes of the hop where the playhead is. */
export function NotesPanel({ scenario, system, trace, verdict, hop }: NotesPanelProps) {
  return (
    <div className="notes">
      {verdict.outcome !== "ok" && <RepairCard system={system} verdict={verdict} />}
      {hop ? (
        <HopNotes scenario={scenario} system={system} trace={trace} hop={hop} />
      ) : (
        <section className="notes-section">
          <p className="eyebrow">The scenario</p>
          <h2 className="notes-title">{scenario.title}</h2>
          {scenario.summary && <p>{scenario.summary}</p>}
          <Prose prose={scenario.notes} />
        </section>
      )}
    </div>
  );
}

interface HopNotesProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly hop: Hop;
}

function HopNotes({ scenario, system, trace, hop }: HopNotesProps) {
  const time = hopTime(hop, scenario, trace);
  const layers = layersOf(trace, hop, system);
  return (
    <section className="notes-section">
      <p className="eyebrow">Hop {hop.n}</p>
      <h2 className="notes-title">{hop.title}</h2>
      <dl className="notes-facts">
        <dt>Latency</dt>
        <dd>
          {time.text || "not documented"}
          {time.text !== "" && time.note && <span className="notes-aside"> {time.note}</span>}
        </dd>
        {layers.length > 0 && (
          <>
            <dt>Layers</dt>
            <dd>{layers.join(", ")}</dd>
          </>
        )}
      </dl>
      {hop.notes.length > 0 ? (
        <Prose prose={hop.notes} />
      ) : (
        <p className="notes-none">The chapter has no notes on this hop.</p>
      )}
    </section>
  );
}

/** Names of the layers that the hop's messages pass, in the order met. */
function layersOf(trace: Trace, hop: Hop, system: System): readonly string[] {
  const ids = new Set(
    trace.messages.filter((one) => one.hop === hop.n && one.n !== undefined).flatMap((one) => one.layers),
  );
  return [...ids].map((id) => system.layers.find((layer) => layer.id === id)?.name ?? id);
}
