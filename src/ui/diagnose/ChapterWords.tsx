import { useMemo } from "react";
import type { Asked } from "../../session/diagnose.ts";
import { listWords } from "../../session/diagnosis-picks.ts";
import { useSessionState } from "../app/session-context.ts";

interface ChapterWordsProps {
  readonly asked: Asked;
  readonly onAdd: (subject: string, what: string) => void;
}

/** Where to begin, as long as nothing was said: what users saw before, in the words of the chapters' tables. */
export function ChapterWords({ asked, onAdd }: ChapterWordsProps) {
  const current = useSessionState((state) => state.scenario);
  const { scenario } = asked.entries.find((entry) => entry.scenario.id === current) ?? asked.entries[0] ?? {};
  const words = useMemo(() => (scenario ? listWords(asked, scenario) : []), [asked, scenario]);
  if (!scenario || words.length === 0) return null;
  return (
    <section className="diagnose-told" aria-label="In the chapter's own words">
      <h2>Or begin with what the chapter says users see in “{scenario.title}”</h2>
      <ul>
        {words.map((what) => (
          <li key={what}>
            <button type="button" onClick={() => onAdd(scenario.id, what)}>
              {what}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
