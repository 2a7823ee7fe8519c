import { useMemo } from "react";
import type { Scenario } from "../../model/scenario.ts";
import type { Asked } from "../../session/diagnose.ts";
import { listWords } from "../../session/diagnosis-picks.ts";

interface ChapterWordsProps {
  readonly asked: Asked;
  readonly scenario: Scenario;
  readonly onAdd: (subject: string, what: string) => void;
}

/** Where to begin, as long as nothing was said: what users saw before, in the words of the chapters' tables. */
export function ChapterWords({ asked, scenario, onAdd }: ChapterWordsProps) {
  const words = useMemo(() => listWords(asked, scenario), [asked, scenario]);
  if (words.length === 0) return null;
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
