import { useState } from "react";
import type { System } from "../../../model/chapter.ts";
import type { Hop } from "../../../model/hop.ts";
import type { Prose as ProseTree } from "../../../model/prose.ts";
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
  /** What the chapter says besides its scenarios. */
  readonly chapter: ProseTree;
  /** The hop where the playhead is; none before the first message. */
  readonly hop: Hop | undefined;
}

/** What to know and what to do: the failing layer's repair, then the notes of the hop where the playhead is. */
export function NotesPanel({ scenario, system, trace, verdict, chapter, hop }: NotesPanelProps) {
  return (
    <div className="notes">
      {verdict.outcome !== "ok" && <RepairCard system={system} verdict={verdict} />}
      {hop ? (
        <>
          <HopNotes scenario={scenario} system={system} trace={trace} hop={hop} />
          <MoreNotes title="The scenario's notes" prose={scenario.notes} />
        </>
      ) : (
        <section className="notes-section">
          <p className="eyebrow">The scenario</p>
          <h2 className="notes-title">{scenario.title}</h2>
          {scenario.summary && <p>{scenario.summary}</p>}
          <Prose prose={scenario.notes} />
        </section>
      )}
      <MoreNotes title="The chapter's notes" prose={chapter} />
    </div>
  );
}

/** Notes that hold for longer than the hop: the budget, the failures. One click away, wherever the playhead is. */
function MoreNotes({ title, prose }: { readonly title: string; readonly prose: ProseTree }) {
  const [open, setOpen] = useState(false);
  if (prose.length === 0) return null;
  return (
    <details className="notes-section notes-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Prose prose={prose} />}
    </details>
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
