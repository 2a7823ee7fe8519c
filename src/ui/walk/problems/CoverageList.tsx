import { useMemo } from "react";
import type { Chapter } from "../../../model/chapter.ts";
import { type Coverage, coverageOf } from "../../../session/problem-fixes.ts";

const rows: readonly (readonly [key: keyof Coverage, what: string])[] = [
  ["participants", "participants stand for a layer that has a failure"],
  ["layers", "layers have a failure"],
  ["messages", "messages pass a layer that has a failure"],
  ["faults", "failures say what the user sees, how to recover and how to check"],
];

/** How much of the chapter has an answer to "and when this fails?", and what has none. */
export function CoverageList({ chapter }: { readonly chapter: Chapter }) {
  const coverage = useMemo(() => coverageOf(chapter), [chapter]);
  return (
    <section className="problems-coverage" aria-label="When this fails?">
      <h3>When this fails?</h3>
      {chapter.system.faults.length === 0 && <p>The chapter names no failure, so nothing here can be switched off.</p>}
      <ul>
        {rows
          .filter(([key]) => coverage[key].of > 0)
          .map(([key, what]) => {
            const { covered, of, missing } = coverage[key];
            return (
              <li key={key}>
                <strong>
                  {covered} of {of}
                </strong>{" "}
                {what}
                {missing.length > 0 && (
                  <details>
                    <summary>{missing.length} without</summary>
                    {missing.slice(0, 60).join(" · ")}
                    {missing.length > 60 && ` · and ${missing.length - 60} more`}
                  </details>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
