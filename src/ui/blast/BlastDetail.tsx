import { useMemo } from "react";
import type { BlastRow } from "../../session/blast-rows.ts";
import { describeRun, linkToRun } from "../../session/describe-run.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import type { Source } from "../../session/state.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";
import { OutcomeMark } from "../shared/OutcomeMark.tsx";
import { onPlainClick } from "../shared/on-plain-click.ts";

interface BlastDetailProps {
  readonly whole: WholeLibrary;
  readonly source: Source;
  readonly row: BlastRow | undefined;
  readonly column: number;
}

/** The cell that is looked at, in words. It keeps its place and height, so that nothing moves under the pointer. */
export function BlastDetail({ whole, source, row, column }: BlastDetailProps) {
  const { actions } = useSession();
  const entry = whole.entries[column];
  const described = useMemo(
    () => (row && entry ? describeRun(entry.scenario, whole.system, row.faults) : undefined),
    [row, entry, whole.system],
  );
  if (!row || !entry || !described) return <aside className="blast-detail" aria-label="This cell" />;
  const { verdict, words, at } = described;
  const link = linkToRun(source, entry.chapter.id, entry.scenario.id, row.faults, at);
  const layer = whole.system.layers.find(({ id }) => id === verdict.layer)?.name;
  return (
    <aside className="blast-detail" aria-label="This cell" data-outcome={verdict.outcome}>
      <span className="blast-detail-mark">
        <OutcomeMark outcome={verdict.outcome} size={18} />
      </span>
      <div className="blast-detail-words">
        <p className="blast-detail-what">
          {row.title} <span>in</span> {entry.scenario.title}
          {layer && <span> · layer {layer}</span>}
        </p>
        <p>
          <strong>{verdict.outcome === "ok" ? "Nothing here is touched." : words.headline}</strong>{" "}
          {verdict.outcome === "ok" ? "" : words.detail}
        </p>
      </div>
      <a className="button" href={encodeLink(link)} onClick={onPlainClick(() => actions.openLink(link))}>
        Play it
      </a>
    </aside>
  );
}
